import { describe, expect, it, test } from 'vitest'
import { matchRecording, mayLink, type MatchCandidate } from '#main/rules/match-recording.ts'
import { presets } from '#shared/policy/presets/index.ts'
import { asBusinessDate as d } from '#shared/time/business-date.ts'
import { instantAt } from '#shared/time/instant.ts'

const zone = 'Asia/Shanghai'
const limit = presets.benyue.thresholds.recordingMatchMinutes
const at = (on: string, time: string) => instantAt(d(on), time, zone)
/** A follow-up by phone, recorded at a moment of the contact's day unless another is named. */
const call = (
  followUpId: string,
  contactedOn: string,
  time: string,
  rest: Partial<MatchCandidate> & { readonly recorded?: string } = {},
): MatchCandidate => {
  const { recorded = contactedOn, ...more } = rest
  return {
    followUpId,
    channel: 'phone',
    contactedOn: d(contactedOn),
    recordedOn: d(recorded),
    recordedAt: at(recorded, time),
    ...more,
  }
}
const match = (on: string, time: string, ...followUps: MatchCandidate[]) =>
  matchRecording({ recordedAt: at(on, time), on: d(on) }, followUps, presets.benyue)

describe('recordings find their follow-up by number and time (R-5.6)', () => {
  const minutes = (n: number) => `14:${String(n).padStart(2, '0')}`
  test.each([
    ['the same moment', 0, 'f'],
    ['a minute less than the limit', limit - 1, 'f'],
    ['the limit', limit, 'f'],
    ['a minute more', limit + 1, null],
  ])('%s', (_title, distance, expected) => {
    expect(match('2026-03-05', minutes(0), call('f', '2026-03-05', minutes(distance)))).toBe(expected)
    expect(match('2026-03-05', minutes(distance), call('f', '2026-03-05', minutes(0)))).toBe(expected)
  })

  it('takes the nearest, whichever comes first', () => {
    const early = call('early', '2026-03-05', '14:00')
    const late = call('late', '2026-03-05', '14:20')
    expect(match('2026-03-05', '14:09', early, late)).toBe('early')
    expect(match('2026-03-05', '14:11', late, early)).toBe('late')
  })

  it('leaves two that are equally near to a person', () => {
    const both = [call('a', '2026-03-05', '14:00'), call('b', '2026-03-05', '14:20')]
    expect(match('2026-03-05', '14:10', ...both)).toBeNull()
    expect(match('2026-03-05', '14:11', ...both)).toBe('b')
  })

  it('looks at the day of the contact, also across midnight', () => {
    expect(match('2026-03-05', '23:55', call('f', '2026-03-06', '00:05'))).toBeNull()
    expect(match('2026-03-05', '23:55', call('f', '2026-03-05', '00:05', { recorded: '2026-03-06' }))).toBe(
      'f',
    )
    expect(match('2026-03-06', '00:01', call('f', '2026-03-05', '23:59'))).toBeNull()
  })

  it('takes a late-recorded contact of its day when it is the only one', () => {
    const late = call('late', '2026-03-05', '09:00', { recorded: '2026-03-07' })
    expect(match('2026-03-05', '14:30', late)).toBe('late')
    expect(match('2026-03-06', '14:30', late)).toBeNull()
    expect(match('2026-03-05', '14:30', late, call('same', '2026-03-05', '18:00'))).toBeNull()
    expect(match('2026-03-05', '18:10', late, call('same', '2026-03-05', '18:00'))).toBe('same')
    expect(
      match('2026-03-05', '14:30', late, call('b', '2026-03-05', '10:00', { recorded: '2026-03-08' })),
    ).toBeNull()
  })

  it('leaves out what was no call', () => {
    expect(match('2026-03-05', '14:30', call('f', '2026-03-05', '14:30', { channel: 'wechat' }))).toBeNull()
    const visit = call('visit', '2026-03-05', '14:30', { channel: 'showroom_visit' })
    expect(match('2026-03-05', '14:30', visit, call('f', '2026-03-05', '14:50'))).toBe('f')
  })

  it('finds nothing among nothing', () => {
    expect(match('2026-03-05', '14:30')).toBeNull()
  })
})

describe('one call proves one contact (R-5.6)', () => {
  const to = { followUpId: 'f', customerId: 'c', contactedOn: d('2026-03-05') }
  test.each([
    ['nothing', [], []],
    ['another opportunity of the customer that day', [{ ...to, followUpId: 'g' }], []],
    ['the contact itself', [to], ['recording_already_attached']],
    ['another customer', [{ ...to, followUpId: 'g', customerId: 'd' }], ['recording_of_another_contact']],
    [
      'another day',
      [{ ...to, followUpId: 'g', contactedOn: d('2026-03-04') }],
      ['recording_of_another_contact'],
    ],
  ])('linked already to %s', (_title, already, codes) => {
    expect(mayLink(to, already).map(({ code }) => code)).toEqual(codes)
  })
})
