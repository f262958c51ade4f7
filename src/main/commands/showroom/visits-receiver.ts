import { inScope } from '#shared/access/can.ts'
import type { AssignmentWay } from '#shared/domain/codes.ts'
import { refuse, refuseByRule, refuseField } from '#shared/errors.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import type { Context } from '#main/calls/context.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { findStaff } from '#main/store/read/staff.ts'
import type { StaffRow } from '#main/store/rows.ts'
import {
  checkByHand,
  chooseForFirstVisit,
  chooseForRepeat,
  isAway,
  type PassedOver,
  type Turn,
} from '#main/commands/rotation/take-turn.ts'

/** Who receives a visitor, how he was found, and what of it is written into the rotation. */
export interface Receiver {
  readonly consultantId: string | null
  readonly assignedBy: AssignmentWay | null
  readonly standsInForId: string | null
  readonly turn: Turn['kind']
  readonly passedOver: readonly PassedOver[]
  readonly reasons: readonly Reason[]
  readonly note?: string
}

/** What decides who receives: the owner of a known customer, and whom somebody named. */
export interface Asked {
  /** Of a known customer: his owner. Undefined for everybody else. */
  readonly ownerId: string | null | undefined
  readonly consultantId: string | undefined
  readonly byHandReason: string | undefined
}

const turnOf = {
  rotation: 'greeted',
  owner: 'owner_received',
  stand_in: 'stood_in',
  by_hand: 'by_hand',
} as const

/** The consultant whom somebody names: active, and within the asker's reach. */
export function getReceiver(store: ReadableStore, staffId: string): StaffRow {
  const staff = findStaff(store, staffId)
  if (!staff || staff.status !== 'active' || staff.role !== 'consultant')
    return refuseField('consultantId', 'not_a_consultant')
  return staff
}

/** Whoever the rules find: the next of the order, the owner, or who stands in for him. */
function byRule(store: ReadableStore, context: Context, ownerId: string | null | undefined): Receiver {
  const known = ownerId !== undefined && ownerId !== null
  const { staffId, way, standsInForId, passedOver, reasons } = known
    ? chooseForRepeat(store, context, ownerId)
    : chooseForFirstVisit(store, context, 'showroom')
  return {
    consultantId: staffId,
    assignedBy: staffId === null ? null : way,
    standsInForId: way === 'owner' ? null : standsInForId,
    turn: turnOf[way ?? (known ? 'stand_in' : 'rotation')],
    passedOver,
    reasons,
  }
}

/**
 * Who receives: the owner of a known customer or his stand-in, else the next of the rotation, else whom somebody
 * names with a reason. A consultant who registers what he received himself needs none (自己接待).
 */
export function findReceiver(store: ReadableStore, context: Context, asked: Asked): Receiver {
  const { actor, scope } = context
  const found = byRule(store, context, asked.ownerId)
  const himself = actor.role === 'consultant' && found.assignedBy !== 'owner' ? actor.staffId : undefined
  const named = asked.consultantId ?? himself
  if (named === undefined || named === found.consultantId) return found
  const staff = getReceiver(store, named)
  if (!inScope(scope, named)) {
    const code = actor.role === 'consultant' ? 'not_your_customer' : 'not_your_team'
    refuse('PERMISSION_DENIED', { reasons: [reason(code, { field: 'consultantId' })] })
  }
  const note = asked.byHandReason?.trim()
  if (!note && named !== actor.staffId) refuseField('byHandReason', 'required')
  return byHand(store, context, { staff, ownerId: asked.ownerId, note })
}

/** Somebody chosen by hand: for a first visit it is his turn; for another's customer he stands in for the owner. */
export function byHand(
  store: ReadableStore,
  context: Context,
  chosen: {
    readonly staff: StaffRow
    readonly ownerId: string | null | undefined
    readonly note: string | undefined
  },
): Receiver {
  const { staff, ownerId, note } = chosen
  const known = ownerId !== undefined && ownerId !== null
  // Somebody who is here on his rest day may receive whom he knows; who is suspended for study receives nobody.
  const against = known
    ? isAway(store, context, staff.staffId).filter(({ code }) => code === 'rotation_suspended')
    : checkByHand(store, context, { desk: 'showroom', staffId: staff.staffId })
  if (against.length > 0) refuseByRule(...against)
  const isOwner = ownerId === staff.staffId
  const way: AssignmentWay = isOwner ? 'owner' : known ? 'stand_in' : 'by_hand'
  const why = note
    ? reason('chosen_by_hand', { name: staff.name, why: note })
    : reason('received_himself', { name: staff.name })
  return {
    consultantId: staff.staffId,
    assignedBy: way,
    standsInForId: known && !isOwner ? ownerId : null,
    turn: turnOf[way],
    passedOver: [],
    reasons: [why],
    ...(note ? { note } : {}),
  }
}
