import type { Input, Output } from '#shared/contract/index.ts'
import { refuseByRule, refuseField } from '#shared/errors.ts'
import { reason } from '#shared/reasons.ts'
import type { Context } from '#main/calls/context.ts'
import { keepAppointment } from '#main/commands/appointments/keep-appointment.ts'
import { requireVersion } from '#main/commands/subjects.ts'
import { checkVisitChange } from '#main/rules/visit-change.ts'
import { fieldsOfLine, missingOfVisit } from '#main/rules/visit-line.ts'
import type { WritableStore } from '#main/store/handle.ts'
import type { VisitRow } from '#main/store/rows.ts'
import { changeVisit } from '#main/store/write/visits.ts'
import { nowTime, readVisit, requireEarlierCarded, requireTimes, type VisitData } from './visits-data.ts'
import { knownCustomer } from './visits-register.ts'
import { getVisit, isSigned, supervises } from './visits-subject.ts'
import { keepTestDrive } from './visits-test-drive.ts'

/** A phone that turns out to be a customer's makes it his visit; whoever received him stood in for the owner. */
function ofKnown(store: WritableStore, before: VisitRow, { phone }: VisitData): Partial<VisitRow> {
  const customer = before.customerId === null && phone ? knownCustomer(store, null, phone) : undefined
  if (!customer) return {}
  const { customerId, ownerId } = customer
  const standsInForId = ownerId === before.consultantId ? null : ownerId
  return { customerId, occasion: 'repeat', standsInForId }
}

/** Completes or corrects a line. */
export function updateVisit(
  store: WritableStore,
  { visitId, version, reason: why, ...input }: Input<'visits', 'update'>,
  context: Context,
): Output<'visits', 'update'> {
  const before = getVisit(store, context, visitId)
  requireVersion(before, version)
  const refusals = checkVisitChange(
    {
      visitedOn: before.visitedOn,
      signed: isSigned(store, before),
      supervises: supervises(context),
      reason: why,
    },
    context.today,
  )
  if (refusals.length > 0) refuseByRule(...refusals)
  const data = readVisit(input, context)
  const { kind = before.kind, arrivedTime = before.arrivedTime, leftTime = before.leftTime } = input
  requireTimes({ arrivedTime, leftTime }, before.visitedOn, context)
  const isNew = { phone: data.phone !== before.phone, plate: data.plate !== before.plate }
  requireEarlierCarded(
    store,
    { ...(isNew.phone ? { phone: data.phone } : {}), ...(isNew.plate ? { plate: data.plate } : {}) },
    visitId,
  )
  const known = isNew.phone ? ofKnown(store, before, data) : {}
  const after = changeVisit(store, before, { kind, ...data, arrivedTime, leftTime, ...known })
  if (known.customerId) keepAppointment(store, context, { customerId: known.customerId, visitId })
  keepTestDrive(store, context, after)
  if (why) context.because(why)
  return { version: after.version, reminders: missingOfVisit(after, fieldsOfLine(context.policy)) }
}

/** He leaves: now, or at the time named; on a later date only with the time. */
export function leaveVisit(
  store: WritableStore,
  { visitId, leftTime: named }: Input<'visits', 'leave'>,
  context: Context,
): Output<'visits', 'leave'> {
  const before = getVisit(store, context, visitId)
  const { visitedOn, arrivedTime } = before
  if (isSigned(store, before)) refuseByRule(reason('register_day_closed', { on: visitedOn }))
  if (before.leftTime !== null) refuseByRule(reason('visit_has_left', { leftTime: before.leftTime }))
  const leftTime =
    named ?? (visitedOn === context.today ? nowTime(context) : refuseField('leftTime', 'required'))
  requireTimes({ arrivedTime, leftTime }, visitedOn, context)
  changeVisit(store, before, { leftTime })
  return { leftTime }
}
