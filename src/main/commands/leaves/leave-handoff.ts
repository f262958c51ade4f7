import type { HandoffLine, LeaveRow as ToldLeave } from '#shared/contract/leaves.ts'
import { reason } from '#shared/reasons.ts'
import { compareDates, type BusinessDate } from '#shared/time/business-date.ts'
import type { Context } from '#main/calls/context.ts'
import { limitOf } from '#main/rules/follow-up-limit.ts'
import { leaveLineState, type LineState } from '#main/rules/leave-line.ts'
import { spreadPostponed } from '#main/rules/leave-spread.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { findCustomer, findOpportunity } from '#main/store/read/customers.ts'
import { findPlan } from '#main/store/read/follow-ups.ts'
import { listDatesInside, listLeaveLines, listPlansInside } from '#main/store/read/leaves.ts'
import { findStaff } from '#main/store/read/staff.ts'
import type { CustomerRow, LeaveLineRow, LeaveRow, OpportunityRow, PlanRow } from '#main/store/rows.ts'
import { planningCalendarOf, spanOf, tellLeave } from './leave-subject.ts'

/** A line of the handoff with the rows it is about. `line` is null while nothing is recorded of it. */
export interface FoundLine extends LineState {
  readonly kind: 'plan' | 'expected_date'
  readonly line: LeaveLineRow | null
  readonly plan: PlanRow | null
  readonly opportunity: OpportunityRow
  readonly customer: CustomerRow
  readonly onBefore: BusinessDate
}

type Bare = Pick<FoundLine, 'kind' | 'line' | 'onBefore'> & {
  readonly planId: string | null
  readonly opportunityId: string
}

/** What is recorded, and what has come into the days since: a new plan counts as well. */
function listBare(store: ReadableStore, leave: LeaveRow): Bare[] {
  const recorded = listLeaveLines(store, leave.leaveId).map((line): Bare => ({
    kind: line.planId === null ? 'expected_date' : 'plan',
    line,
    onBefore: line.onBefore,
    planId: line.planId,
    opportunityId: line.opportunityId,
  }))
  if (leave.cancelledAt !== null) return recorded
  const days = { staffId: leave.staffId, ...spanOf(leave) }
  const plans = listPlansInside(store, days)
    .filter(({ planId }) => !recorded.some((each) => each.planId === planId))
    .map(({ planId, opportunityId, on }): Bare => ({
      kind: 'plan',
      line: null,
      onBefore: on,
      planId,
      opportunityId,
    }))
  const dates = listDatesInside(store, days)
    .filter(
      ({ opportunityId }) =>
        !recorded.some((each) => each.planId === null && each.opportunityId === opportunityId),
    )
    .map(({ opportunityId, on }): Bare => ({
      kind: 'expected_date',
      line: null,
      onBefore: on,
      planId: null,
      opportunityId,
    }))
  const inOrder = (a: Bare, b: Bare) =>
    compareDates(a.onBefore, b.onBefore) || Number(a.planId === null) - Number(b.planId === null)
  return [...recorded, ...plans, ...dates].sort(inOrder)
}

/** 交接清单: every line of a leave with what became of it. */
export function listHandoff(store: ReadableStore, leave: LeaveRow): FoundLine[] {
  return listBare(store, leave).flatMap(({ planId, opportunityId, kind, line, onBefore }) => {
    const opportunity = findOpportunity(store, opportunityId)
    const customer = opportunity && findCustomer(store, opportunity.customerId)
    if (!opportunity || !customer) return []
    const plan = (planId && findPlan(store, planId)) || null
    const state = leaveLineState(
      {
        kind,
        way: line?.returnedAt === null ? line.way : null,
        coveredBy: line?.coveredBy ?? null,
        status: opportunity.status,
        stillHis: opportunity.ownerId === leave.staffId,
        expectedPurchaseDate: opportunity.expectedPurchaseDate,
        plan,
      },
      spanOf(leave),
    )
    return [{ ...state, kind, line, plan, opportunity, customer, onBefore }]
  })
}

/**
 * Where the plans of a leave go when all of them are postponed, those that are already included: so that one by one
 * they get the dates that they would get in one act.
 */
export function spreadOf(
  store: ReadableStore,
  context: Context,
  leave: LeaveRow,
  lines: readonly FoundLine[],
): ReadonlyMap<string, BusinessDate> {
  const plans = lines.flatMap(({ plan, resolved, way, opportunity, onBefore }) =>
    plan?.status === 'open' && (!resolved || way === 'postponed')
      ? [{ planId: plan.planId, grade: opportunity.grade, on: onBefore }]
      : [],
  )
  const work = planningCalendarOf(store, context, leave.staffId)
  return spreadPostponed(plans, { until: leave.untilOn, work }, context.policy, context.today)
}

const isOpen = ({ resolved }: FoundLine) => !resolved
export const unresolvedOf = (lines: readonly FoundLine[]): FoundLine[] => lines.filter(isOpen)

/** A leave as the asker sees it, its lines counted. */
export function tellWithLines(
  store: ReadableStore,
  context: Context,
  leave: LeaveRow,
  lines = listHandoff(store, leave),
): ToldLeave {
  const unresolved = unresolvedOf(lines).length
  return tellLeave(store, context, leave, { unresolved, resolved: lines.length - unresolved })
}

function reasonsOf(
  { resolved, way, plan, kind, onBefore, opportunity }: FoundLine,
  leave: LeaveRow,
  context: Context,
  proposedOn: BusinessDate | null,
): HandoffLine['reasons'] {
  if (resolved)
    return way === 'postponed' && plan
      ? [reason('leave_plan_postponed', { from: onBefore, on: plan.dueOn })]
      : []
  if (kind === 'expected_date') return [reason('leave_date_not_plan')]
  const spread = proposedOn ? [reason('leave_plan_spread', { until: leave.untilOn, on: proposedOn })] : []
  return [...limitOf(opportunity, context.policy).reasons, ...spread]
}

/** A line as the screen shows it. */
export function tellLine(
  store: ReadableStore,
  context: Context,
  leave: LeaveRow,
  found: FoundLine,
  spread: ReadonlyMap<string, BusinessDate>,
): HandoffLine {
  const { kind, line, plan, opportunity, customer, resolved, way, onBefore } = found
  const proposedOn = (!resolved && plan && spread.get(plan.planId)) || null
  const coveredBy = way === 'covered' && line?.coveredBy ? findStaff(store, line.coveredBy) : undefined
  const movedTo = kind === 'plan' ? (plan?.dueOn ?? null) : opportunity.expectedPurchaseDate
  return {
    kind,
    planId: plan?.planId ?? null,
    opportunityId: opportunity.opportunityId,
    customerId: customer.customerId,
    customerName: customer.name,
    model: opportunity.model,
    grade: opportunity.grade,
    on: onBefore,
    limit: line?.limitBefore ?? opportunity.limitOn,
    expectedPurchaseDate: opportunity.expectedPurchaseDate,
    resolved,
    way,
    movedTo: resolved && movedTo !== onBefore ? movedTo : null,
    proposedOn,
    coveredBy: coveredBy ? { staffId: coveredBy.staffId, name: coveredBy.name } : null,
    reasons: reasonsOf(found, leave, context, proposedOn),
  }
}
