import type { Input, Output } from '#shared/contract/index.ts'
import { refuse } from '#shared/errors.ts'
import type { ReasonData } from '#shared/reasons.ts'
import { reason } from '#shared/reasons.ts'
import { sayReason } from '#shared/text/say.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Context } from '#main/calls/context.ts'
import { checkLeaveConfirm } from '#main/rules/leave-acts.ts'
import { shieldsOf } from '#main/rules/leave-shield.ts'
import type { WritableStore } from '#main/store/handle.ts'
import { listShieldable } from '#main/store/read/leave-cover.ts'
import type { LeaveRow } from '#main/store/rows.ts'
import { changeLeave, movePlanForLeave, waiveForLeave } from '#main/store/write/leaves.ts'
import { listHandoff, unresolvedOf } from './leave-handoff.ts'
import { factsOf, getLeave, spanOf } from './leave-subject.ts'
import { workCalendarOf } from '#main/commands/subjects.ts'

/** The date that was missed, out of the reason it was raised for. */
const missedOn = (data: ReasonData | undefined): BusinessDate | undefined =>
  (data?.['dueOn'] ?? data?.['limit']) as BusinessDate | undefined

/**
 * What was raised for the days of a sick leave before anybody could confirm it. It is waived; what a director has
 * approved stays and is named. A plan of the leave that was raised as overdue falls due anew on its new date.
 */
function waive(store: WritableStore, context: Context, leave: LeaveRow): Output<'leaves', 'confirm'> {
  const { now, today, actor, store: file, calendar } = context
  const work = workCalendarOf(store, { ...context, today: leave.fromOn }, leave.staffId)
  const shield = shieldsOf({ ...work, store: calendar, leaves: [spanOf(leave)] })[0]
  const locale = file.locale === 'en' ? 'en' : 'zh-CN'
  const decisionReason = sayReason(reason('leave_sick_shield', { ...spanOf(leave) }), locale)
  const covered = listShieldable(store, leave.staffId, leave.fromOn).filter(({ reasons }) => {
    const missed = missedOn(reasons[0]?.data)
    return shield && missed !== undefined && shield.from <= missed && missed < shield.until
  })
  const open = covered.filter(({ status }) => status !== 'approved')
  for (const { violationId } of open)
    waiveForLeave(store, violationId, { decidedAt: now, decidedBy: actor.staffId, decisionReason })
  const raisedPlans = new Set(open.map(({ reasons }) => reasons[0]?.data['planId']))
  for (const { plan } of listHandoff(store, leave)) {
    if (plan?.status === 'open' && raisedPlans.has(plan.planId))
      movePlanForLeave(store, plan.planId, { dueAnewOn: today })
  }
  return {
    waived: open.length,
    approved: covered
      .filter(({ status }) => status === 'approved')
      .map(({ violationId, kind, on, customerName }) => ({ violationId, kind, on, customerName })),
  }
}

/** Confirms a leave of which nothing is left to resolve; from then on it shields. */
export function confirm(
  store: WritableStore,
  { leaveId }: Input<'leaves', 'confirm'>,
  context: Context,
): Output<'leaves', 'confirm'> {
  const leave = getLeave(store, context, leaveId)
  const unresolved = unresolvedOf(listHandoff(store, leave)).length
  const refusals = checkLeaveConfirm(factsOf(leave), unresolved, context.today)
  if (refusals.length > 0) refuse('RULE_REFUSED', { reasons: refusals })
  const confirmed = changeLeave(store, leaveId, {
    confirmedAt: context.now,
    confirmedBy: context.actor.staffId,
  })
  return leave.kind === 'sick' ? waive(store, context, confirmed) : { waived: 0, approved: [] }
}
