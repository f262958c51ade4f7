import type { Policy } from '#shared/policy/policy.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { protectionOf, type OwnershipFacts, type Protection } from './dormancy.ts'

export type ContactFacts = {
  /** Who made it; null where an imported ledger does not say. */
  readonly staffId: string | null
  readonly staffName: string | null
  /** The owner for whom a colleague made it. */
  readonly countsForId: string | null
  readonly contactedOn: BusinessDate
  readonly effective: boolean
  readonly effectiveReasons: readonly Reason[]
}

export type ContactVerdict = {
  readonly byOwner: boolean
  readonly counts: boolean
  readonly reasons: readonly Reason[]
}

/** 归属判定: whether a contact protects the present owner, with every reason why not. */
export const judgeContact = (
  contact: ContactFacts,
  owner: { readonly ownerId: string | null; readonly ownerSince: BusinessDate },
): ContactVerdict => {
  const { staffId, staffName, countsForId, contactedOn } = contact
  const { ownerId, ownerSince } = owner
  const byOwner = ownerId !== null && (countsForId ?? staffId) === ownerId
  const against: Reason[] = contact.effective ? [] : [...contact.effectiveReasons]
  if (staffId === null) against.push(reason('contact_by_unknown'))
  else if (!byOwner) against.push(reason('contact_by_another', { name: staffName }))
  else if (contactedOn < ownerSince) against.push(reason('contact_before_ownership', { ownerSince }))
  const counts = against.length === 0
  return { byOwner, counts, reasons: counts ? [reason('effective', { contactedOn })] : against }
}

/** The protection of the owner, and from which date it runs: that a verdict must say. */
export const explainProtection = (facts: OwnershipFacts, policy: Policy, today: BusinessDate): Protection => {
  const protection = protectionOf(facts, policy, today)
  const { dormantAfterDays: days } = policy.thresholds
  const { lastEffectiveOn, ownerSince, openedOn } = facts
  const isContact = lastEffectiveOn !== null && lastEffectiveOn >= ownerSince && lastEffectiveOn >= openedOn
  const since = isContact
    ? reason('protection_since_contact', { since: lastEffectiveOn, days })
    : ownerSince > openedOn
      ? reason('protection_since_owner', { since: ownerSince, days })
      : reason('protection_since_opening', { since: openedOn, days })
  return { ...protection, reasons: [since, ...protection.reasons] }
}
