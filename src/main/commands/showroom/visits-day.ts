import { can } from '#shared/access/can.ts'
import type { Permission } from '#shared/access/permissions.ts'
import type { Input, Output } from '#shared/contract/index.ts'
import { registerTotals, type RegisterTotals } from '#shared/contract/visits.ts'
import { refuseByRule, refuseField } from '#shared/errors.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Context } from '#main/calls/context.ts'
import { checkClose, checkCountersign } from '#main/rules/visit-day.ts'
import { fieldsOfLine } from '#main/rules/visit-line.ts'
import { isHere, totalsOf } from '#main/rules/visit-totals.ts'
import type { ReadableStore, WritableStore } from '#main/store/handle.ts'
import { findStaff } from '#main/store/read/staff.ts'
import { findRegisterDay, listVisitsOn } from '#main/store/read/visits.ts'
import type { RegisterDayRow, VisitRow } from '#main/store/rows.ts'
import { countersignRegister, signRegister } from '#main/store/write/visits.ts'
import { reachesVisit, visitReach } from './visits-subject.ts'

const may = ({ actor }: Context, permission: Permission): boolean => can(actor, permission).yes

/** How many came after the desk had signed: they are no part of what it signed. */
const since = (day: RegisterDayRow | undefined, lines: readonly VisitRow[]): number =>
  day ? lines.filter(({ registeredAt }) => (registeredAt ?? 0) > day.closedAt).length : 0

const signatureOf = (store: ReadableStore, staffId: string, at: number) => ({
  at,
  staffId,
  name: findStaff(store, staffId)?.name ?? '',
})

/** The day of the register. Whoever signs it sees the whole store's; others what is theirs. */
export function tellDay(
  store: ReadableStore,
  input: Input<'visits', 'day'>,
  context: Context,
): Output<'visits', 'day'> {
  const on = input?.on ?? context.today
  const all = listVisitsOn(store, on)
  const signs = may(context, 'register.close') || may(context, 'register.countersign')
  const reach = visitReach(context)
  const lines = signs ? all : all.filter((line) => reachesVisit(reach, line))
  const totals = totalsOf(lines, fieldsOfLine(context.policy))
  const day = findRegisterDay(store, on)
  const state = stateOf(day, all)
  const { actor } = context
  return {
    on,
    totals,
    closed: day
      ? {
          ...signatureOf(store, day.closedBy, day.closedAt),
          note: day.note,
          totals: signs ? readTotals(day.totals) : totals,
        }
      : null,
    countersigned:
      day?.countersignedAt && day.countersignedBy
        ? signatureOf(store, day.countersignedBy, day.countersignedAt)
        : null,
    since: signs ? since(day, all) : 0,
    abilities: {
      close: may(context, 'register.close') && checkClose(on, state, context.today).length === 0,
      countersign:
        may(context, 'register.countersign') && checkCountersign(on, state, actor.staffId).length === 0,
    },
  }
}

const readTotals = (text: string): RegisterTotals => registerTotals.parse(JSON.parse(text))

const stateOf = (day: RegisterDayRow | undefined, lines: readonly VisitRow[]) => ({
  closedBy: day?.closedBy ?? null,
  countersigned: day?.countersignedAt !== null && day !== undefined,
  here: lines.filter(isHere).length,
})

/** The moment of a signature: not before what it signs, also where the clock was set back a little meanwhile. */
const notBefore = (now: number, signed: readonly (number | null)[]): number =>
  signed.reduce<number>((latest, at) => Math.max(latest, at ?? 0), now)

/** The desk totals the day and signs (合计每天来店顾客批次), once. */
export function closeRegister(
  store: WritableStore,
  { on, note }: Input<'visits', 'close'>,
  context: Context,
): Output<'visits', 'close'> {
  const { today, now, actor, policy } = context
  if (on > today) refuseField('on', 'in_future', { today })
  const lines = listVisitsOn(store, on)
  const refusals = checkClose(on, stateOf(findRegisterDay(store, on), lines), today)
  if (refusals.length > 0) refuseByRule(...refusals)
  const totals = totalsOf(lines, fieldsOfLine(policy))
  const closedAt = notBefore(
    now,
    lines.map(({ registeredAt }) => registeredAt),
  )
  const row: RegisterDayRow = {
    on,
    closedAt,
    closedBy: actor.staffId,
    note: note?.trim() || null,
    totals: JSON.stringify(totals),
    countersignedAt: null,
    countersignedBy: null,
  }
  signRegister(store, row)
  return { totals, closedAt }
}

/** The manager countersigns (当日填写完成交销售经理检查审核，确认内容真实，没有遗漏). */
export function countersignDay(
  store: WritableStore,
  { on }: { readonly on: BusinessDate },
  context: Context,
): null {
  const { now, actor } = context
  const day = findRegisterDay(store, on)
  const state = stateOf(day, listVisitsOn(store, on))
  const refusals = checkCountersign(on, state, actor.staffId)
  if (refusals.length > 0) refuseByRule(...refusals)
  const countersignedAt = notBefore(now, [day?.closedAt ?? null])
  countersignRegister(store, on, { countersignedAt, countersignedBy: actor.staffId })
  return null
}
