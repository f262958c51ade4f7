import type { Input } from '#shared/contract/index.ts'
import { inScope } from '#shared/access/can.ts'
import { refuse, refuseByRule, refuseField } from '#shared/errors.ts'
import { reason } from '#shared/reasons.ts'
import type { Context } from '#main/calls/context.ts'
import { isHere } from '#main/rules/visit-totals.ts'
import type { WritableStore } from '#main/store/handle.ts'
import { findCustomer } from '#main/store/read/customers.ts'
import { changeVisit } from '#main/store/write/visits.ts'
import { chooseForFirstVisit, giveBackTurn, isAway } from '#main/commands/rotation/take-turn.ts'
import { byHand, getReceiver, type Receiver } from './visits-receiver.ts'
import { takeTurn } from './visits-register.ts'
import { getVisit, isSigned, supervises } from './visits-subject.ts'

/**
 * Gives a visitor who is here, or for whom nobody was there, to somebody else; whoever had taken his turn for him gets it
 * back. Afterwards only a manager may still give on a line without a card, when its consultant cannot card it; the order is left alone.
 */
export function handOverVisit(
  store: WritableStore,
  { visitId, consultantId, reason: why }: Input<'visits', 'handOver'>,
  context: Context,
): null {
  const before = getVisit(store, context, visitId)
  const { visitedOn, cardedOn, consultantId: formerId } = before
  if (cardedOn !== null) refuseByRule(reason('visit_has_card', { on: cardedOn }))
  const isToday = visitedOn === context.today
  const waits = formerId === null || isHere(before)
  if (!(isToday && waits) && !supervises(context)) refuseByRule(reason('visit_is_over', { on: visitedOn }))
  if (isSigned(store, before) && before.customerId !== null)
    refuseByRule(reason('register_day_closed', { on: visitedOn }))
  if (formerId === consultantId) refuseField('consultantId', 'same_consultant')
  const staff = getReceiver(store, consultantId)
  const { actor, scope } = context
  // A consultant hands his visitor to any colleague; a manager gives him to his team only.
  if (actor.role !== 'consultant' && !inScope(scope, consultantId))
    refuse('PERMISSION_DENIED', { reasons: [reason('not_your_team', { field: 'consultantId' })] })
  const note = why.trim() || refuseField('reason', 'required')
  const customer = before.customerId ? findCustomer(store, before.customerId) : undefined
  if (!isToday) {
    // Its card would be a new customer of his.
    const against = isAway(store, context, consultantId).filter(({ code }) => code === 'rotation_suspended')
    if (against.length > 0) refuseByRule(...against)
    changeVisit(store, before, { consultantId, assignedBy: 'by_hand', standsInForId: null })
  } else {
    const next = formerId === null && !customer ? chooseForFirstVisit(store, context, 'showroom') : undefined
    const receiver: Receiver =
      next?.staffId === consultantId
        ? { ...next, consultantId, assignedBy: 'rotation', standsInForId: null, turn: 'greeted', note }
        : byHand(store, context, { staff, ownerId: customer?.ownerId, note })
    const { assignedBy, standsInForId } = receiver
    changeVisit(store, before, { consultantId, assignedBy, standsInForId })
    if (formerId) giveBackTurn(store, context, 'showroom', { staffId: formerId, visitId, note })
    takeTurn(store, context, visitId, receiver)
  }
  context.because(note)
  return null
}
