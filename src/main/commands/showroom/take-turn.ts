import type { AssignmentWay, Desk, RotationHindrance } from '#shared/domain/codes.ts'
import type { Reason } from '#shared/reasons.ts'
import type { Context } from '#main/calls/context.ts'
import type { ReadableStore, WritableStore } from '#main/store/handle.ts'
import { listStaff } from '#main/store/read/staff.ts'

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

/** Who receives the next first visit (or lead): the first of the order whom nothing hinders. Reads only. */
export function chooseForFirstVisit(store: ReadableStore, _context: Context, desk: Desk): Choice {
  const first = listStaff(store).find(
    ({ role, status, takesVisits, takesLeads }) =>
      role === 'consultant' && status === 'active' && (desk === 'leads' ? takesLeads : takesVisits),
  )
  return {
    staffId: first?.staffId ?? null,
    name: first?.name ?? null,
    way: first ? 'rotation' : null,
    standsInForId: null,
    passedOver: [],
    reasons: [],
  }
}

/** Who receives a known customer: his owner, or who stands in 代接待 when the owner is away. Reads only. */
export function chooseForRepeat(store: ReadableStore, context: Context, ownerId: string | null): Choice {
  if (ownerId === null || isAway(store, context, ownerId).length > 0) {
    const found = chooseForFirstVisit(store, context, 'showroom')
    return { ...found, way: found.staffId && ownerId ? 'stand_in' : found.way, standsInForId: ownerId }
  }
  return { staffId: ownerId, name: null, way: 'owner', standsInForId: null, passedOver: [], reasons: [] }
}

/**
 * What speaks against choosing somebody by hand for a first visit (or a lead): he is away, or not clear to greet
 * (`not_clear_to_greet`) and not let through. Empty: he may be chosen. Each reason names the field `consultantId`.
 */
export function checkByHand(
  _store: ReadableStore,
  _context: Context,
  _choice: { readonly desk: Desk; readonly staffId: string },
): readonly Reason[] {
  return []
}

/** Why somebody is not here today: rest day, leave, suspension, not active. Empty: he is here. */
export function isAway(_store: ReadableStore, _context: Context, _staffId: string): readonly Reason[] {
  return []
}

/** Writes down a turn, and those who were passed over; whoever had a turn goes to the end. */
export function recordTurn(_store: WritableStore, _context: Context, _desk: Desk, _turn: Turn): void {}

/** A visit (or lead) goes to somebody else: whoever had taken his turn for it gets his place back. */
export function giveBackTurn(
  _store: WritableStore,
  _context: Context,
  _desk: Desk,
  _given: {
    readonly staffId: string
    readonly visitId?: string
    readonly leadId?: string
    readonly note?: string
  },
): void {}

/** Notes who has something to clear, and puts at the end who has cleared it. */
export function clearRotation(_store: WritableStore, _context: Context): void {}
