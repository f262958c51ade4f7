import type { Desk, RotationHindrance } from '#shared/domain/codes.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { isTooLow, type Received } from './rotation-conversion.ts'
import type { ToClear } from './rotation-clearance.ts'

/** What bears on somebody of the rotation 轮排 at a moment. */
export type RotationFacts = {
  readonly staffId: string
  readonly name: string
  readonly isActive: boolean
  readonly restsToday: boolean
  readonly storeIsClosed: boolean
  /** The last day of the confirmed leave that he is on. */
  readonly onLeaveUntil: BusinessDate | null
  readonly suspendedUntil: BusinessDate | null
  /** Since when (`HH:MM`) he has been with a visitor of today who has not left. */
  readonly withCustomerSince: string | null
  readonly toClear: ToClear
  readonly letThroughOn: BusinessDate | null
  /** What he received last month, and what came of it. */
  readonly lastMonth: Received
  readonly restoredFor: string | null
  /** The reason with which the desk passes over him next. */
  readonly skippedBecause: string | null
}

/** What the policy says of the rotation. */
export type RotationTerms = {
  readonly desk: Desk
  readonly today: BusinessDate
  readonly clearToGreet: boolean
  readonly minConversionPercent: number
  readonly minVisits: number
}

export type Hindrance = { readonly code: RotationHindrance; readonly reason: Reason }

/** Why somebody is not here at all today: his rest day, a closed date, a leave, a suspension. */
export const awayOf = (facts: RotationFacts): Hindrance[] => {
  const { name } = facts
  const found: Hindrance[] = []
  if (!facts.isActive) found.push({ code: 'not_active', reason: reason('rotation_not_active', { name }) })
  if (facts.storeIsClosed) found.push({ code: 'day_off', reason: reason('rotation_store_closed', { name }) })
  else if (facts.restsToday) found.push({ code: 'day_off', reason: reason('rotation_day_off', { name }) })
  if (facts.onLeaveUntil !== null)
    found.push({
      code: 'on_leave',
      reason: reason('rotation_on_leave', { name, until: facts.onLeaveUntil }),
    })
  if (facts.suspendedUntil !== null)
    found.push({
      code: 'suspended',
      reason: reason('rotation_suspended', { name, until: facts.suspendedUntil }),
    })
  return found
}

/** Something to clear, the switch on, and nobody let him through today. */
export const isNotClear = (facts: Pick<RotationFacts, 'toClear' | 'letThroughOn'>, terms: RotationTerms) =>
  terms.desk === 'showroom' &&
  terms.clearToGreet &&
  facts.toClear.overduePlans + facts.toClear.uncardedVisits > 0 &&
  facts.letThroughOn !== terms.today

/**
 * … Everything for which somebody is passed over now; nothing where he may receive. To take a lead it is enough to
 * be here: being with a visitor, having something to clear and a low conversion bear on the showroom alone.
 */
export const hindrancesOf = (facts: RotationFacts, terms: RotationTerms): Hindrance[] => {
  const { name, toClear, lastMonth, skippedBecause } = facts
  const found = awayOf(facts)
  if (terms.desk === 'showroom') {
    if (facts.withCustomerSince !== null)
      found.push({
        code: 'with_customer',
        reason: reason('rotation_with_customer', { name, since: facts.withCustomerSince }),
      })
    if (isNotClear(facts, terms))
      found.push({
        code: 'not_clear',
        reason: reason('rotation_not_clear', {
          name,
          plans: toClear.overduePlans,
          visits: toClear.uncardedVisits,
        }),
      })
    if (isTooLow(facts, terms))
      found.push({
        code: 'low_conversion',
        reason: reason('rotation_low_conversion', {
          name,
          ...lastMonth,
          minimum: terms.minConversionPercent,
        }),
      })
  }
  if (skippedBecause !== null)
    found.push({
      code: 'skipped_by_hand',
      reason: reason('rotation_skipped_by_hand', { name, note: skippedBecause }),
    })
  return found
}

/** Somebody in the order, with what hinders him. */
export type Standing = {
  readonly staffId: string
  readonly name: string
  readonly hindrances: readonly Hindrance[]
}

/** The first of the order whom nothing hinders, and those before him, who keep their place. */
export const chooseFirst = <S extends Standing>(
  order: readonly S[],
): { readonly next: S | null; readonly passedOver: readonly S[]; readonly reasons: readonly Reason[] } => {
  const index = order.findIndex(({ hindrances }) => hindrances.length === 0)
  const next = order[index] ?? null
  const passedOver = next ? order.slice(0, index) : order
  return {
    next,
    passedOver,
    reasons: [
      next ? reason('rotation_next', { name: next.name, place: index + 1 }) : reason('rotation_nobody_free'),
      ...passedOver.flatMap(({ hindrances }) => hindrances.map((each) => each.reason)),
    ],
  }
}

/** What speaks against a choice by hand: that he is away or not clear. He may be with somebody, and low, and skipped. */
export const againstByHand = (standing: Standing): Reason[] =>
  standing.hindrances.flatMap(({ code, reason: why }) => {
    const field = { field: 'consultantId' }
    if (code === 'not_clear') return [reason('not_clear_to_greet', { ...why.data, ...field })]
    const isAway = code === 'not_active' || code === 'day_off' || code === 'on_leave' || code === 'suspended'
    return isAway ? [reason(why.code, { ...why.data, ...field })] : []
  })
