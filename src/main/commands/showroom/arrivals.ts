import type { Output } from '#shared/contract/index.ts'
import { normalisePhone } from '#shared/domain/phone.ts'
import type { Context, HandlersOf } from '#main/calls/context.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import {
  findAppointmentOn,
  listCustomersByBeginning,
  listCustomersByPlate,
  listSharing,
} from '#main/store/read/arrivals.ts'
import { findCustomer, findCustomerByPhone } from '#main/store/read/customers.ts'
import { findStaff } from '#main/store/read/staff.ts'
import { listUncardedByPhone, listUncardedByPlate } from '#main/store/read/visits.ts'
import { mayOpen, tellName } from '#main/commands/subjects.ts'
import { isAway } from '#main/commands/rotation/take-turn.ts'
import { readPlate } from './visits-data.ts'
import { reachesVisit, visitReach } from './visits-subject.ts'

type Found = Output<'arrivals', 'find'>

/** Fewer digits of a number say nothing. */
const fewestDigits = 7

/** A typed number: whole in its one form, or its beginning. */
function readTyped(typed: string): { readonly phone?: string; readonly beginning?: string } {
  const read = normalisePhone(typed)
  if (read.ok) return { phone: read.phone }
  const bare = typed
    .normalize('NFKC')
    .replace(/[^\d+]/g, '')
    .replace(/^\+?86(?=1)/, '')
  return bare.length >= fewestDigits ? { beginning: bare } : {}
}

const nameOf = (store: ReadableStore, staffId: string | null): string | null =>
  staffId ? (findStaff(store, staffId)?.name ?? null) : null

/** Whose customer a whole number is. */
const ownerOf = (store: ReadableStore, phone: string): string[] => {
  const known = findCustomerByPhone(store, phone)
  return known ? [known.customer.customerId] : []
}

/** Of several nobody is named: the desk types on, or asks. */
function tellCustomer(store: ReadableStore, context: Context, ids: readonly string[]): Found['customer'] {
  const [customerId, ...more] = ids
  const customer = customerId && more.length === 0 ? findCustomer(store, customerId) : undefined
  if (!customer) return null
  const { ownerId } = customer
  const why = ownerId ? isAway(store, context, ownerId) : []
  return {
    customerId: customer.customerId,
    name: tellName(context, customer),
    ownerId,
    ownerName: nameOf(store, ownerId),
    ownerIsHere: ownerId !== null && why.length === 0,
    why: [...why],
    mayOpen: mayOpen(context, customer),
  }
}

function tellUncarded(
  store: ReadableStore,
  context: Context,
  { phone, plate }: { readonly phone?: string | undefined; readonly plate: string | null },
): Found['uncarded'] {
  const [first] = [
    ...(phone ? listUncardedByPhone(store, phone) : []),
    ...(plate ? listUncardedByPlate(store, plate) : []),
  ]
  if (!first) return null
  const { visitId, visitedOn, consultantId } = first
  const mayOpenVisit = reachesVisit(visitReach(context), first)
  return { visitId, visitedOn, consultantName: nameOf(store, consultantId), mayOpen: mayOpenVisit }
}

/** Who is at the door, asked at every key. */
export const arrivals: HandlersOf<'arrivals'> = {
  find: (store, input, context) => {
    const { phone, beginning } = readTyped(input.phone ?? '')
    const plate = input.plate ? readPlate(input.plate) : null
    const byPhone = phone
      ? [...ownerOf(store, phone), ...listSharing(store, phone)]
      : beginning
        ? listCustomersByBeginning(store, beginning)
        : []
    const ids = byPhone.length > 0 || !plate ? byPhone : listCustomersByPlate(store, plate)
    // Whose number it is comes first; who shares it is only counted (R-3.4a).
    const customer = tellCustomer(store, context, phone ? ids.slice(0, 1) : ids)
    const appointment = customer ? findAppointmentOn(store, customer.customerId, context.today) : undefined
    return {
      customer,
      others: customer ? ids.length - 1 : ids.length,
      appointment: appointment ?? null,
      uncarded: tellUncarded(store, context, { phone, plate }),
    }
  },
}
