import { describe, expect, it, test } from 'vitest'
import { protectionOf } from '#main/rules/dormancy.ts'
import { presets } from '#shared/policy/presets/index.ts'
import { asBusinessDate as d } from '#shared/time/business-date.ts'

const facts = { lastEffectiveOn: d('2026-03-02'), ownerSince: d('2026-01-05'), openedOn: d('2026-01-05') }
const on = (today: string, changes: Partial<typeof facts> | { lastEffectiveOn: null } = {}) =>
  protectionOf({ ...facts, ...changes }, presets.benyue, d(today))

describe('protection and dormancy (R-5.2, R-5.7)', () => {
  test.each([
    ['2026-03-02', 30, false, false, 'protected_until'],
    ['2026-03-25', 7, false, false, 'protected_until'],
    ['2026-03-26', 6, true, false, 'protection_on_thin_ice'],
    ['2026-03-31', 1, true, false, 'protection_on_thin_ice'],
    ['2026-04-01', 0, true, false, 'protection_on_thin_ice'],
    ['2026-04-02', 0, false, true, 'dormant_since'],
    ['2026-05-02', 0, false, true, 'dormant_since'],
  ])('last effective 03-02, on %s: %i days left', (today, daysLeft, thinIce, dormant, code) => {
    const protection = on(today)
    expect(protection).toMatchObject({ daysLeft, thinIce, dormant })
    expect(protection).toMatchObject({ protectedUntil: '2026-04-01', dormantFrom: '2026-04-02' })
    expect(protection.reasons.map((each) => each.code)).toEqual([code])
  })

  it('shows seven days on thin ice', () => {
    const days = Array.from({ length: 31 }, (_, index) => `2026-03-${String(index + 1).padStart(2, '0')}`)
    const march = days.filter((day) => day >= '2026-03-02')
    expect([...march, '2026-04-01', '2026-04-02'].filter((day) => on(day).thinIce)).toHaveLength(7)
  })

  it('runs from the day he became owner or the customer was opened when that is later', () => {
    expect(on('2026-04-02', { ownerSince: d('2026-03-20') }).protectedUntil).toBe('2026-04-19')
    expect(on('2026-04-02', { openedOn: d('2026-03-10') }).protectedUntil).toBe('2026-04-09')
    expect(on('2026-02-01', { lastEffectiveOn: null }).protectedUntil).toBe('2026-02-04')
  })

  it('crosses a leap day', () => {
    const leap = { lastEffectiveOn: d('2024-01-31'), ownerSince: d('2024-01-01'), openedOn: d('2024-01-01') }
    expect(protectionOf(leap, presets.benyue, d('2024-02-01')).dormantFrom).toBe('2024-03-02')
  })
})
