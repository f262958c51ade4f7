import { describe, expect, it } from 'vitest'
import { checkVisitTimes, completeVisitTimes } from '#main/rules/visit-times.ts'

const now = '15:30'
const codes = (arrivedTime: string | null, leftTime: string | null, at: string | null) =>
  checkVisitTimes({ arrivedTime, leftTime }, at).map(({ field, code }) => `${field} ${code}`)

describe('times of a visit (R-11.1)', () => {
  it.each([
    ['comes now', '15:30', null, now, []],
    ['comes a minute from now', '15:31', null, now, ['arrivedTime time_in_future']],
    ['leaves now', '15:00', '15:30', now, []],
    ['leaves a minute from now', '15:00', '15:31', now, ['leftTime time_in_future']],
    ['leaves the minute he came', '15:00', '15:00', now, []],
    ['leaves a minute before he came', '15:00', '14:59', now, ['leftTime before_arrival']],
    [
      'comes and leaves in the future, the wrong way round',
      '16:00',
      '15:40',
      now,
      ['arrivedTime time_in_future', 'leftTime time_in_future', 'leftTime before_arrival'],
    ],
    ['came late on a date that is over', '23:59', '23:59', null, []],
    ['left before he came on a date that is over', '12:00', '11:59', null, ['leftTime before_arrival']],
    ['has no times, as lines from before they were kept', null, null, now, []],
  ])('%s', (_what, arrived, left, at, expected) => {
    expect(codes(arrived, left, at)).toEqual(expected)
  })

  it.each([
    ['a walk-in of whom nothing is said', { kind: 'walk_in' }, { arrivedTime: now, leftTime: null }],
    ['a call of which nothing is said', { kind: 'call_in' }, { arrivedTime: now, leftTime: now }],
    ['a call that goes on', { kind: 'call_in', leftTime: null }, { arrivedTime: now, leftTime: null }],
    [
      'a call of an earlier hour',
      { kind: 'call_in', arrivedTime: '09:00' },
      { arrivedTime: '09:00', leftTime: '09:00' },
    ],
    [
      'a walk-in who has left',
      { kind: 'walk_in', arrivedTime: '09:00', leftTime: '10:00' },
      { arrivedTime: '09:00', leftTime: '10:00' },
    ],
  ] as const)('completes %s', (_what, said, expected) => {
    expect(completeVisitTimes(said, now)).toEqual(expected)
  })
})
