import type { Input } from '#shared/contract/index.ts'
import { normaliseAgreement } from '#shared/domain/agreement.ts'
import { refuse, refuseByRule } from '#shared/errors.ts'
import { reason } from '#shared/reasons.ts'
import { timeOfDayAt } from '#shared/time/instant.ts'
import { normalisePlate } from '#shared/domain/plate.ts'
import type { Context } from '#main/calls/context.ts'
import { readPhone, requireGrade } from '#main/commands/customers/intake.ts'
import { checkVisitTimes, type VisitTimes } from '#main/rules/visit-times.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { findStaff } from '#main/store/read/staff.ts'
import { listUncardedByPhone, listUncardedByPlate } from '#main/store/read/visits.ts'
import type { VisitRow } from '#main/store/rows.ts'

/** The columns of a line that somebody fills; `undefined` leaves one as it is. */
export type VisitData = Partial<
  Pick<
    VisitRow,
    | 'partySize'
    | 'callerName'
    | 'plate'
    | 'phone'
    | 'phoneMissing'
    | 'model'
    | 'grade'
    | 'withIntent'
    | 'orderedOnSpot'
    | 'testDrive'
    | 'agreementNumber'
    | 'remark'
  >
>

const orNull = (text: string | undefined): string | null | undefined => (text === '' ? null : text)
/** A plate in the one form in which it is kept and compared. */
export const readPlate = (text: string): string | null => normalisePlate(text) || null

/** The time of day at the store now. */
export const nowTime = ({ now, store }: Context): string => timeOfDayAt(now, store.zone)

/** Turns what was typed of a line into columns: phone in its one form, nothing instead of blanks. */
export function readVisit(
  input: Omit<Partial<Input<'visits', 'register'>>, 'kind' | 'occasion'>,
  { policy }: Context,
): VisitData {
  const { phone, plate, grade, agreementNumber } = input
  const read: VisitData = {
    partySize: input.partySize,
    callerName: orNull(input.callerName),
    plate: plate === undefined ? undefined : readPlate(plate),
    phone: phone === undefined ? undefined : phone.trim() === '' ? null : readPhone(phone, 'phone'),
    phoneMissing: input.phoneMissing,
    model: orNull(input.model),
    grade: grade === undefined || grade === null ? grade : requireGrade(grade, policy, 'grade'),
    withIntent: input.withIntent,
    orderedOnSpot: input.orderedOnSpot,
    testDrive: input.testDrive ?? (agreementNumber ? true : undefined),
    agreementNumber: agreementNumber === undefined ? undefined : normaliseAgreement(agreementNumber) || null,
    remark: orNull(input.remark),
  }
  // A phone needs no reason why there is none.
  if (read.phone) read.phoneMissing = null
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined))
}

/** Refuses times that cannot be. */
export function requireTimes(times: VisitTimes, visitedOn: string, context: Context): void {
  const issues = checkVisitTimes(times, visitedOn === context.today ? nowTime(context) : null)
  if (issues.length > 0) refuse('VALIDATION_FAILED', { issues })
}

/**
 * Refuses a line of somebody whose earlier visit still has no card, by his phone or his plate: that one is opened
 * and carded first (如果有一个展厅接待客户未建卡，客户再次来展厅，前台记录将保存不了).
 */
export function requireEarlierCarded(
  store: ReadableStore,
  { phone, plate }: Pick<VisitData, 'phone' | 'plate'>,
  except?: string,
): void {
  const found = [
    ...(phone ? listUncardedByPhone(store, phone).map((row) => ['phone', row] as const) : []),
    ...(plate ? listUncardedByPlate(store, plate).map((row) => ['plate', row] as const) : []),
  ].find(([, { visitId }]) => visitId !== except)
  if (!found) return
  const [field, { visitId, visitedOn, consultantId }] = found
  const consultantName = consultantId ? (findStaff(store, consultantId)?.name ?? null) : null
  refuseByRule(reason('earlier_visit_uncarded', { field, visitId, visitedOn, consultantName }))
}
