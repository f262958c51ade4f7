import type { Output } from '#shared/contract/index.ts'
import type { RegisterLine } from '#shared/contract/forms.ts'
import type { RegisterTotals, VisitRow } from '#shared/contract/visits.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Context } from '#main/calls/context.ts'
import { tellVisit } from '#main/commands/showroom/visits-row.ts'
import { visitReach } from '#main/commands/showroom/visits-subject.ts'
import { fieldsOfLine } from '#main/rules/visit-line.ts'
import { totalsOf } from '#main/rules/visit-totals.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { findStaff } from '#main/store/read/staff.ts'
import { findRegisterDay } from '#main/store/read/visits.ts'
import { listVisits, type VisitReach } from '#main/store/read/visits-list.ts'

const onPaper = (row: VisitRow, number: number): RegisterLine => ({
  visitId: row.visitId,
  number,
  kind: row.kind,
  occasion: row.occasion,
  partySize: row.partySize,
  callerName: row.callerName,
  plate: row.plate,
  phone: row.phone,
  phoneMissing: row.phoneMissing,
  model: row.model,
  grade: row.grade,
  arrivedTime: row.arrivedTime,
  leftTime: row.leftTime,
  staffId: row.consultantId,
  staffName: row.consultantName,
  standsInForName: row.standsInForName,
  withIntent: row.withIntent,
  orderedOnSpot: row.orderedOnSpot,
  testDrive: row.testDrive,
  remark: row.remark,
  customerId: row.customerId,
  mayOpen: row.abilities.openCard,
  uncarded: row.uncarded,
})

/** The register's lines of a date within reach in the order of arrival, and their totals. */
export function readRegister(
  store: ReadableStore,
  context: Context,
  reach: VisitReach,
  on: BusinessDate,
): { readonly lines: RegisterLine[]; readonly totals: RegisterTotals } {
  const fields = fieldsOfLine(context.policy)
  const { rows } = listVisits(store, reach, { from: on, until: on, fields, offset: 0, limit: -1 })
  const arrived = rows.toSorted(
    ({ visit: one }, { visit: other }) =>
      (one.arrivedTime ?? '').localeCompare(other.arrivedTime ?? '') ||
      (one.registeredAt ?? 0) - (other.registeredAt ?? 0),
  )
  return {
    lines: arrived.map((row, at) => onPaper(tellVisit(store, context, row), at + 1)),
    totals: totalsOf(
      arrived.map(({ visit }) => visit),
      fields,
    ),
  }
}

/** 来店(电)顾客登记表: the lines of a date within reach, their totals, and who signed the day. */
export function makeVisitRegister(
  store: ReadableStore,
  on: BusinessDate,
  context: Context,
): Output<'forms', 'visitRegister'> {
  const reach = visitReach(context)
  const { lines, totals } = readRegister(store, context, reach, on)
  const day = findRegisterDay(store, on)
  const signature = (staffId: string | null, at: number | null) =>
    staffId !== null && at !== null ? { at, name: findStaff(store, staffId)?.name ?? '' } : null
  return {
    on,
    storeName: context.store.name,
    zone: context.store.zone,
    whole: reach.scope.kind === 'store',
    lines,
    foot: totals,
    closed: day ? signature(day.closedBy, day.closedAt) : null,
    note: day?.note ?? null,
    countersigned: day ? signature(day.countersignedBy, day.countersignedAt) : null,
  }
}
