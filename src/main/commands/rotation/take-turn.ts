import type { AssignmentWay, Desk, RotationHindrance } from '#shared/domain/codes.ts'
import { refuse } from '#shared/errors.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import type { Context } from '#main/calls/context.ts'
import { againstByHand, awayOf, chooseFirst } from '#main/rules/rotation.ts'
import { giveBack, toEnd } from '#main/rules/rotation-order.ts'
import type { ReadableStore, WritableStore } from '#main/store/handle.ts'
import { findTurn, orderBefore } from '#main/store/read/rotation.ts'
import { findStaff } from '#main/store/read/staff.ts'
import type { StaffRow } from '#main/store/rows.ts'
import { changePlace } from '#main/store/write/rotation.ts'
import { loadRotation, loadStanding, type StandingNow } from './rotation-facts.ts'
import { saveOrder, settlePlaces, tellEvent } from './rotation-moves.ts'

export { clearRotation } from './rotation-clearance.ts'

/** Who receives, how he was found, and who was passed over with the reasons. */
export interface Choice {
  /** Null where nobody can receive: the visitor waits. */
  readonly staffId: string | null
  readonly name: string | null
  /** How he was found; null where nobody was. */
  readonly way: AssignmentWay | null
  /** 代接待: the owner for whom he stands in. */
  readonly standsInForId: string | null
  readonly passedOver: readonly PassedOver[]
  /** Why it is him, those who were passed over included, in words for the desk. */
  readonly reasons: readonly Reason[]
}
export interface PassedOver {
  readonly staffId: string
  readonly hindrances: readonly RotationHindrance[]
  readonly reasons: readonly Reason[]
}

/** A turn as it is written down. Nobody (`staffId` null) leaves only the marks of those who were passed over. */
export interface Turn {
  /** `greeted`, `took_lead` and `by_hand` count as his turn: he goes to the end. The others leave the order alone. */
  readonly kind: 'greeted' | 'took_lead' | 'owner_received' | 'stood_in' | 'by_hand'
  readonly staffId: string | null
  readonly visitId?: string
  readonly leadId?: string
  readonly passedOver?: readonly PassedOver[]
  readonly reasons?: readonly Reason[]
  /** The reason that was given, for a choice by hand. */
  readonly note?: string
}

function getStaff(store: ReadableStore, staffId: string): StaffRow {
  return findStaff(store, staffId) ?? refuse('NOT_FOUND', { what: 'staff', id: staffId })
}

const told = ({ staffId, hindrances }: StandingNow): PassedOver => ({
  staffId,
  hindrances: hindrances.map(({ code }) => code),
  reasons: hindrances.map((each) => each.reason),
})

/** Who receives the next first visit (or lead): the first of the order whom nothing hinders. Reads only. */
export function chooseForFirstVisit(store: ReadableStore, context: Context, desk: Desk): Choice {
  const { next, passedOver, reasons } = chooseFirst(loadRotation(store, context, desk).standings)
  return {
    staffId: next?.staffId ?? null,
    name: next?.name ?? null,
    way: next ? 'rotation' : null,
    standsInForId: null,
    passedOver: passedOver.map(told),
    reasons,
  }
}

/**
 * Who receives a known customer: his owner, also when he is with somebody or not clear, or who stands in 代接待 when
 * the owner is away. A customer without an owner is received by rotation. Reads only.
 */
export function chooseForRepeat(store: ReadableStore, context: Context, ownerId: string | null): Choice {
  const owner = ownerId === null ? undefined : getStaff(store, ownerId)
  if (!owner) return chooseForFirstVisit(store, context, 'showroom')
  const away = isAway(store, context, owner.staffId)
  if (away.length === 0) {
    const reasons = [reason('rotation_owner', { name: owner.name })]
    return {
      staffId: owner.staffId,
      name: owner.name,
      way: 'owner',
      standsInForId: null,
      passedOver: [],
      reasons,
    }
  }
  const found = chooseForFirstVisit(store, context, 'showroom')
  const standsIn = reason('rotation_stands_in', { name: found.name, ownerName: owner.name })
  const others = found.reasons.slice(found.staffId ? 1 : 0)
  return {
    ...found,
    way: found.staffId ? 'stand_in' : null,
    standsInForId: owner.staffId,
    reasons: [...(found.staffId ? [standsIn] : []), ...away, ...others],
  }
}

/**
 * What speaks against choosing somebody by hand for a first visit (or a lead): he is away, or not clear to greet
 * (`not_clear_to_greet`) and not let through. Empty: he may be chosen. Each reason names the field `consultantId`.
 */
export const checkByHand = (
  store: ReadableStore,
  context: Context,
  { desk, staffId }: { readonly desk: Desk; readonly staffId: string },
): readonly Reason[] => againstByHand(loadStanding(store, context, desk, getStaff(store, staffId)))

/** Why somebody is not here today: rest day, leave, suspension, not active. Empty: he is here. */
export const isAway = (store: ReadableStore, context: Context, staffId: string): readonly Reason[] =>
  awayOf(loadStanding(store, context, 'showroom', getStaff(store, staffId)).facts).map((each) => each.reason)

const turns = new Set<Turn['kind']>(['greeted', 'took_lead', 'by_hand'])

/**
 * Writes down a turn, and those who were passed over for it; whoever had a turn goes to the end. Two desks at once
 * are two transactions, one after the other: the second one chooses from the order that the first one left.
 */
export function recordTurn(store: WritableStore, context: Context, desk: Desk, turn: Turn): void {
  const { kind, staffId, visitId, leadId, passedOver = [], reasons, note } = turn
  const byId = context.actor.staffId
  const order = settlePlaces(store, context, desk)
  const isTurn = turns.has(kind)
  for (const each of isTurn ? passedOver : []) {
    tellEvent(store, context, desk, {
      kind: 'skipped',
      staffId: each.staffId,
      byId: null,
      visitId,
      leadId,
      reasons: each.reasons,
      order,
    })
  }
  if (staffId === null) return
  const after = isTurn ? toEnd(order, staffId) : order
  saveOrder(store, desk, order, after)
  tellEvent(store, context, desk, { kind, staffId, byId, visitId, leadId, reasons, note, order: after })
}

/** A visit (or lead) goes to somebody else: whoever had taken his turn for it gets his place back. */
export function giveBackTurn(
  store: WritableStore,
  context: Context,
  desk: Desk,
  given: {
    readonly staffId: string
    readonly visitId?: string
    readonly leadId?: string
    readonly note?: string
  },
): void {
  const { staffId, visitId, leadId, note } = given
  const turn = findTurn(store, desk, { staffId, visitId: visitId ?? null, leadId: leadId ?? null })
  if (!turn || turn.kind === 'given_back') return
  const order = settlePlaces(store, context, desk)
  const after = giveBack(order, orderBefore(store, desk, turn) ?? order, staffId)
  saveOrder(store, desk, order, after)
  // The visit was perhaps all that he had to clear: without it he has cleared nothing, and comes back to his place, not the end.
  if (order.includes(staffId)) changePlace(store, { desk, staffId }, { notClearSince: null })
  const byId = context.actor.staffId
  tellEvent(store, context, desk, { kind: 'given_back', staffId, byId, visitId, leadId, note, order: after })
}
