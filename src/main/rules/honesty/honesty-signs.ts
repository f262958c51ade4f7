import type { Policy } from '#shared/policy/policy.ts'
import type { WorkCalendar } from '#shared/time/store-calendar.ts'
import { findBursts } from './burst.ts'
import type { FoundSign, HonestyDay } from './facts.ts'
import { findIdentityChanges } from './identity-changed.ts'
import { findOutsideOpeningHours } from './outside-opening-hours.ts'
import { findSameTexts } from './same-text.ts'
import { findUnreachedBeforeLeave } from './unreached-before-leave.ts'

/** 诚信提示: the signs of one consultant's day. They ask somebody to look; none is a violation. */
export const findHonestySigns = (
  day: HonestyDay,
  policy: Pick<Policy, 'thresholds' | 'openingHours'>,
  work: WorkCalendar,
  zone: string,
): FoundSign[] => [
  ...findBursts(day.contacts, policy.thresholds, zone),
  ...findSameTexts(day.contacts, policy.thresholds),
  ...findUnreachedBeforeLeave(day, work),
  ...findIdentityChanges(day.changes, policy.thresholds),
  ...findOutsideOpeningHours(day.visits, policy, work.store, zone),
]
