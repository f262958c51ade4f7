import type { Policy } from '#shared/policy/policy.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import { addDays, daysBetween, latest, type BusinessDate } from '#shared/time/business-date.ts'

export type OwnershipFacts = {
  /** The owner's own last effective follow-up with this customer. */
  readonly lastEffectiveOn: BusinessDate | null
  readonly ownerSince: BusinessDate
  readonly openedOn: BusinessDate
}

export type Protection = {
  /** The last day on which the owner is protected. */
  readonly protectedUntil: BusinessDate
  /** The first day on which the customer is dormant 休眠, and a claim possible. */
  readonly dormantFrom: BusinessDate
  /** Days from today to the last protected day; 0 on that day and when dormant. */
  readonly daysLeft: number
  readonly thinIce: boolean
  readonly dormant: boolean
  readonly reasons: readonly Reason[]
}

/** 30天内未有效跟踪: how long the owner is protected, and since when the customer is dormant. */
export const protectionOf = (facts: OwnershipFacts, policy: Policy, today: BusinessDate): Protection => {
  const { dormantAfterDays, thinIceDays } = policy.thresholds
  const { lastEffectiveOn, ownerSince, openedOn } = facts
  const since = latest(ownerSince, openedOn, ...(lastEffectiveOn === null ? [] : [lastEffectiveOn]))
  const protectedUntil = addDays(since, dormantAfterDays)
  const dormantFrom = addDays(protectedUntil, 1)
  const dormant = today >= dormantFrom
  const daysLeft = dormant ? 0 : daysBetween(today, protectedUntil)
  const thinIce = !dormant && daysLeft < thinIceDays
  const why = dormant
    ? reason('dormant_since', { dormantFrom, days: dormantAfterDays, since })
    : reason(thinIce ? 'protection_on_thin_ice' : 'protected_until', { protectedUntil, daysLeft, since })
  return { protectedUntil, dormantFrom, daysLeft, thinIce, dormant, reasons: [why] }
}
