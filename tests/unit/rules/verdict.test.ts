import { describe, expect, it } from 'vitest'
import { explainProtection, judgeContact, type ContactFacts } from '#main/rules/verdict.ts'
import { presets } from '#shared/policy/presets/index.ts'
import { reason } from '#shared/reasons.ts'
import { asBusinessDate as d } from '#shared/time/business-date.ts'

const { benyue } = presets
const owner = { ownerId: 'chen', ownerSince: d('2026-03-02') }
const unreached = reason('not_effective_not_reached', { result: 'no_answer' })
const late = reason('not_effective_late_recorded', { contactedOn: '2026-03-09', recordedOn: '2026-03-10' })
const contact = (rest: Partial<ContactFacts> = {}): ContactFacts => ({
  staffId: 'chen',
  staffName: '陈晓东',
  countsForId: null,
  contactedOn: d('2026-03-10'),
  effective: true,
  effectiveReasons: [reason('effective', { contactedOn: '2026-03-10' })],
  ...rest,
})

describe('what protects the owner, and what does not and why (R-5.1, R-5.2, R-5.8)', () => {
  it.each([
    ['his own effective contact', {}, true, ['effective']],
    ['on the day he became the owner', { contactedOn: d('2026-03-02') }, true, ['effective']],
    ['on the day before', { contactedOn: d('2026-03-01') }, false, ['contact_before_ownership']],
    [
      'a colleague who covers for him (R-6.4)',
      { staffId: 'li', staffName: '李雪', countsForId: 'chen' },
      true,
      ['effective'],
    ],
    ['a colleague of his own accord', { staffId: 'li', staffName: '李雪' }, false, ['contact_by_another']],
    ['what he did for another owner', { countsForId: 'li' }, false, ['contact_by_another']],
    ['nobody named in a ledger', { staffId: null, staffName: null }, false, ['contact_by_unknown']],
    ['no answer', { effective: false, effectiveReasons: [unreached] }, false, ['not_effective_not_reached']],
    [
      'recorded late without a recording',
      { effective: false, effectiveReasons: [late] },
      false,
      ['not_effective_late_recorded'],
    ],
    [
      'no answer to a colleague: both reasons',
      { staffId: 'li', staffName: '李雪', effective: false, effectiveReasons: [unreached] },
      false,
      ['not_effective_not_reached', 'contact_by_another'],
    ],
  ] as const)('%s', (_title, rest, counts, codes) => {
    const verdict = judgeContact(contact(rest), owner)
    expect(verdict.counts).toBe(counts)
    expect(verdict.reasons.map(({ code }) => code)).toEqual(codes)
  })

  it('nobody owns him: nothing counts', () => {
    expect(judgeContact(contact(), { ...owner, ownerId: null })).toMatchObject({
      byOwner: false,
      counts: false,
    })
  })
})

describe('from when the protection runs (R-5.2)', () => {
  it.each([
    [
      'his last effective contact',
      '2026-03-10',
      '2026-03-02',
      '2026-03-01',
      'protection_since_contact',
      '2026-04-09',
    ],
    [
      'the day of ownership itself',
      '2026-03-02',
      '2026-03-02',
      '2026-03-01',
      'protection_since_contact',
      '2026-04-01',
    ],
    ['since he owns him', '2026-03-01', '2026-03-02', '2026-02-01', 'protection_since_owner', '2026-04-01'],
    ['since he was registered', null, '2026-03-02', '2026-03-02', 'protection_since_opening', '2026-04-01'],
  ] as const)('%s', (_title, lastEffectiveOn, ownerSince, openedOn, code, until) => {
    const facts = {
      lastEffectiveOn: lastEffectiveOn === null ? null : d(lastEffectiveOn),
      ownerSince: d(ownerSince),
      openedOn: d(openedOn),
    }
    const verdict = explainProtection(facts, benyue, d('2026-03-12'))
    expect(verdict.protectedUntil).toBe(until)
    expect(verdict.reasons.map((each) => each.code)).toEqual([code, 'protected_until'])
  })
})
