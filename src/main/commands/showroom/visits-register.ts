import type { Input, Output } from '#shared/contract/index.ts'
import { refuse } from '#shared/errors.ts'
import type { Context } from '#main/calls/context.ts'
import { keepAppointment } from '#main/commands/appointments/keep-appointment.ts'
import { completeVisitTimes } from '#main/rules/visit-times.ts'
import { fieldsOfLine, missingOfVisit } from '#main/rules/visit-line.ts'
import type { ReadableStore, WritableStore } from '#main/store/handle.ts'
import { findCustomer, findCustomerByPhone } from '#main/store/read/customers.ts'
import { standingFor } from '#main/store/read/merges.ts'
import { findStaff } from '#main/store/read/staff.ts'
import { findRegisterDay, wasHereBefore } from '#main/store/read/visits.ts'
import type { CustomerRow, VisitRow } from '#main/store/rows.ts'
import { addVisit } from '#main/store/write/visits.ts'
import { recordTurn } from '#main/commands/rotation/take-turn.ts'
import { nowTime, readVisit, requireEarlierCarded, requireTimes } from './visits-data.ts'
import { findReceiver, type Receiver } from './visits-receiver.ts'
import { keepTestDrive } from './visits-test-drive.ts'

/** Whose visit it is: the customer who is named, else the one to whom the phone belongs. */
export function knownCustomer(
  store: ReadableStore,
  customerId: string | null | undefined,
  phone: string | null | undefined,
): CustomerRow | undefined {
  if (customerId) {
    const named = findCustomer(store, standingFor(store, customerId))
    return named ?? refuse('NOT_FOUND', { what: 'customer', id: customerId })
  }
  return phone ? findCustomerByPhone(store, phone)?.customer : undefined
}

const nobody: Receiver = {
  consultantId: null,
  assignedBy: null,
  standsInForId: null,
  turn: 'greeted',
  passedOver: [],
  reasons: [],
}

/** The moment of a line: after what the desk has signed of today, also where the clock says the same moment or is behind. */
function afterSignature(store: ReadableStore, { today, now }: Context): number {
  const day = findRegisterDay(store, today)
  return day ? Math.max(now, day.closedAt + 1) : now
}

/** Writes a line into the register of today, and gives the visitor to whoever receives him. */
export function registerVisit(
  store: WritableStore,
  input: Input<'visits', 'register'>,
  context: Context,
): Output<'visits', 'register'> {
  const { policy, today, actor } = context
  const { kind, arrivedTime, leftTime, byHandReason } = input
  const data = readVisit(input, context)
  const times = completeVisitTimes({ kind, arrivedTime, leftTime }, nowTime(context))
  requireTimes(times, today, context)
  requireEarlierCarded(store, data)
  const { phone = null, plate = null, withIntent = true } = data
  const customer = knownCustomer(store, input.customerId, phone)
  const cameBefore = customer !== undefined || wasHereBefore(store, { phone, plate }, today)
  const asked = { ownerId: customer?.ownerId, consultantId: input.consultantId ?? undefined, byHandReason }
  // Who wants nothing from a consultant (无效) takes nobody's turn, unless somebody is named for him or he is a customer (chosen).
  const needsNobody = !withIntent && !customer && !asked.consultantId && actor.role !== 'consultant'
  const receiver = needsNobody ? nobody : findReceiver(store, context, asked)
  const { consultantId, assignedBy, standsInForId, reasons } = receiver
  const row: VisitRow = {
    visitId: context.newId(),
    visitedOn: today,
    kind,
    occasion: cameBefore ? 'repeat' : (input.occasion ?? 'first'),
    partySize: 1,
    callerName: null,
    model: null,
    phoneMissing: null,
    grade: null,
    orderedOnSpot: false,
    testDrive: false,
    agreementNumber: null,
    remark: null,
    ...data,
    phone,
    plate,
    withIntent,
    ...times,
    customerId: customer?.customerId ?? null,
    consultantId,
    assignedBy,
    standsInForId,
    registeredAt: afterSignature(store, context),
    registeredBy: actor.staffId,
    cardedOn: null,
    cardedAt: null,
    opportunityId: null,
    version: 1,
  }
  addVisit(store, row)
  if (!needsNobody) takeTurn(store, context, row.visitId, receiver)
  if (customer) keepAppointment(store, context, { customerId: customer.customerId, visitId: row.visitId })
  keepTestDrive(store, context, row)
  if (receiver.note) context.because(receiver.note)
  const nameOf = (staffId: string | null) => (staffId ? (findStaff(store, staffId)?.name ?? null) : null)
  return {
    visitId: row.visitId,
    occasion: row.occasion,
    consultantId,
    consultantName: nameOf(consultantId),
    assignedBy,
    standsInForName: nameOf(standsInForId),
    customerId: row.customerId,
    reasons: [...reasons],
    reminders: missingOfVisit(row, fieldsOfLine(policy)),
  }
}

/** Writes into the rotation who received the visitor, and who was passed over. */
export function takeTurn(store: WritableStore, context: Context, visitId: string, receiver: Receiver): void {
  const { turn: kind, consultantId: staffId, passedOver, reasons, note } = receiver
  recordTurn(store, context, 'showroom', {
    kind,
    staffId,
    visitId,
    passedOver,
    reasons,
    ...(note ? { note } : {}),
  })
}
