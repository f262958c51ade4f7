import { describe, expect, it, test } from 'vitest'
import { isDayOver, judgeCall, judgeDayOfCalls, type Call } from '#main/rules/lead-calls.ts'
import { presets } from '#shared/policy/presets/index.ts'
import { asBusinessDate as d } from '#shared/time/business-date.ts'

const policy = presets.dcc
const call: Call = {
  channel: 'phone',
  result: 'reached',
  content: '周末来看',
  contactedOn: d('2026-03-02'),
  recordedOn: d('2026-03-02'),
}

describe('a valid call (R-10.5)', () => {
  test.each([
    ['five characters', { content: '周末来看车' }, true, 'call_valid'],
    ['four characters', {}, false, 'not_effective_content_too_short'],
    ['nobody answered', { content: '周末来看车', result: 'no_answer' }, false, 'not_effective_not_reached'],
    [
      'recorded the day after',
      { content: '周末来看车', recordedOn: d('2026-03-03') },
      false,
      'not_effective_late_recorded',
    ],
  ] as const)('%s', (_what, changes, valid, code) => {
    const judged = judgeCall({ ...call, ...changes }, policy)
    expect(judged).toMatchObject({ valid, reasons: [{ code }] })
  })

  it('is one by phone', () => {
    const met = { ...call, content: '周末来看车', channel: 'showroom_visit' as const }
    expect(judgeCall(met, policy).valid).toBe(false)
  })
})

describe('the minimum of a day (R-10.5)', () => {
  const day = { valid: 0, onDuty: true, isOver: true }
  test.each([
    [34, true, true, 1, true],
    [35, true, true, 0, false],
    [36, true, true, 0, false],
    [34, false, true, 0, false],
    [34, true, false, 1, false],
  ])('%i calls, on duty %s, over %s: %i missing, told %s', (valid, onDuty, isOver, missing, below) => {
    expect(judgeDayOfCalls({ ...day, valid, onDuty, isOver }, policy)).toMatchObject({ missing, below })
  })

  it('tells how many there were', () => {
    expect(judgeDayOfCalls({ ...day, valid: 12 }, policy).reason).toEqual({
      code: 'calls_below_minimum',
      data: { valid: 12, minimum: 35 },
    })
  })

  test.each([
    ['2026-03-01', '08:00', true],
    ['2026-03-02', '17:59', false],
    ['2026-03-02', '18:00', true],
    ['2026-03-03', '23:59', false],
  ])('%s is over on 03-02 at %s: %s', (on, time, over) => {
    const evening = { ...policy, openingHours: { from: '09:00', until: '18:00' } }
    expect(isDayOver(d(on), { today: d('2026-03-02'), time }, evening)).toBe(over)
  })
})
