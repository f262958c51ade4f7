import { inScope } from '#shared/access/can.ts'
import { refuse, refuseField } from '#shared/errors.ts'
import { addDays, type BusinessDate } from '#shared/time/business-date.ts'
import { instantAt, timeOfDayAt } from '#shared/time/instant.ts'
import { makeWorkCalendar } from '#shared/time/store-calendar.ts'
import type { Context, HandlersOf } from '#main/calls/context.ts'
import { pageOf, readPage } from '#main/calls/page.ts'
import { mayOpen, maskName } from '#main/commands/subjects.ts'
import { isDayOver, judgeCall, judgeDayOfCalls } from '#main/rules/lead-calls.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { listCalls } from '#main/store/read/lead-calls.ts'
import { confirmedLeaves, findStaff, listStaff } from '#main/store/read/staff.ts'
import { policyOn } from '#main/store/read/store.ts'

type Handlers = HandlersOf<'leads'>

/** The date asked for, the policy in force on it, and whether its calls are all made. */
function readDay(store: ReadableStore, context: Context, asked: BusinessDate | undefined) {
  const { today, now, store: file } = context
  const on = asked ?? today
  if (on > today) refuseField('on', 'in_future', { today })
  const { policy } = policyOn(store, on)
  const isOver = isDayOver(on, { today, time: timeOfDayAt(now, file.zone) }, policy)
  return { on, policy, isOver, endsAt: instantAt(addDays(on, 1), '00:00', file.zone) }
}

/** Valid calls of a day of each consultant who takes leads. */
export const calls: Handlers['calls'] = (store, input, context) => {
  const { on, policy, isOver, endsAt } = readDay(store, context, input?.on)
  const consultants = listStaff(store).filter(
    ({ role, status, takesLeads, staffId }) =>
      role === 'consultant' && status === 'active' && takesLeads && inScope(context.scope, staffId),
  )
  const rows = consultants.map(({ staffId, name, restWeekdays }) => {
    const leaves = confirmedLeaves(store, staffId, on)
    const onDuty = makeWorkCalendar(context.calendar, { restWeekdays, leaves }).isWorkingDay(on)
    const made = listCalls(store, staffId, on, endsAt)
    const valid = made.filter((call) => judgeCall(call, policy).valid).length
    const { missing, below } = judgeDayOfCalls({ valid, onDuty, isOver }, policy)
    return { staffId, name, onDuty, valid, calls: made.length, missing, below }
  })
  return { on, minimum: policy.thresholds.leadValidCalls, final: isOver, rows }
}

/** The calls behind the number of somebody's day. */
export const callLines: Handlers['callLines'] = (store, { staffId, ...input }, context) => {
  const { on, policy, endsAt } = readDay(store, context, input.on)
  if (!inScope(context.scope, staffId) || !findStaff(store, staffId))
    return refuse('NOT_FOUND', { what: 'staff', id: staffId })
  const page = readPage(input)
  const made = listCalls(store, staffId, on, endsAt)
  const rows = made.slice(page.offset, page.offset + page.limit).map((call) => {
    const opens = mayOpen(context, call)
    const { valid, reasons } = judgeCall(call, policy)
    return {
      followUpId: call.followUpId,
      customerId: call.customerId,
      // A customer who has gone to somebody else since is not told by name.
      customerName: opens ? call.customerName : maskName(call.customerName),
      recordedAt: call.recordedAt,
      content: call.content,
      valid,
      reasons: [...reasons],
      mayOpen: opens,
    }
  })
  return pageOf(page, rows, made.length)
}
