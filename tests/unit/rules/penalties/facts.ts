import { benyue } from '#shared/policy/presets/benyue.ts'
import type { Ladder, Policy } from '#shared/policy/policy.ts'
import { asBusinessDate } from '#shared/time/business-date.ts'
import type { LedgerFact, OccasionItems, PenaltyItem } from '#main/rules/penalties/penalty-facts.ts'

/** Facts that the tests of penalties are made of. */

export const day = asBusinessDate

export const policyWith = (
  penalties: Partial<Policy['penalties']>,
  frequency: Partial<Ladder> = {},
): Policy => ({
  ...benyue,
  penalties: {
    ...benyue.penalties,
    ...penalties,
    ladders: {
      ...benyue.penalties.ladders,
      frequency: { ...benyue.penalties.ladders.frequency, ...frequency },
    },
  },
})

let made = 0
export const item = (on: string, parts: Partial<PenaltyItem> = {}): PenaltyItem => {
  made += 1
  return {
    violationId: `v${String(made).padStart(6, '0')}`,
    kind: 'frequency_breach',
    staffId: 'chen',
    managerId: 'qian',
    on: day(on),
    policyVersion: 1,
    lowered: false,
    ...parts,
  }
}

/** So many items of one date. */
export const occasion = (on: string, count = 1, parts: Partial<OccasionItems> = {}): OccasionItems => ({
  staffId: 'chen',
  ladder: 'frequency',
  on: day(on),
  items: Array.from({ length: count }, () => item(on)),
  policyVersion: 1,
  ...parts,
})

export const entry = (on: string, parts: Partial<LedgerFact> = {}): LedgerFact => {
  made += 1
  return {
    entryId: `e${made}`,
    part: 'own',
    staffId: 'chen',
    ladder: 'frequency',
    on: day(on),
    occasion: 1,
    unit: 'money',
    amount: 5_000,
    reversesEntryId: null,
    ...parts,
  }
}
