import type { LeaveWay, OpportunityStatus, PlanStatus } from '#shared/domain/codes.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { LeaveSpan } from '#shared/time/store-calendar.ts'

/** A line of the handoff as it stands now: what is recorded of it, and what became of its plan or opportunity. */
export type LineFacts = {
  readonly kind: 'plan' | 'expected_date'
  /** What an act of the handoff did; null where none did, or where a shortened leave took it back. */
  readonly way: LeaveWay | null
  readonly coveredBy: string | null
  readonly status: OpportunityStatus
  /** Whether the customer is still of whoever takes the leave. */
  readonly stillHis: boolean
  readonly expectedPurchaseDate: BusinessDate | null
  readonly plan: {
    readonly status: PlanStatus
    readonly dueOn: BusinessDate
    readonly assigneeId: string | null
  } | null
}

export type LineState = { readonly resolved: boolean; readonly way: LeaveWay | null }

const within = (date: BusinessDate, { from, until }: LeaveSpan) => from <= date && date <= until

/**
 * … 交接清单: whether a line is resolved, and how. A plan that somebody moved out of the leave within its
 * limit, and a customer who went to somebody else, need nothing more and have no way.
 */
export const leaveLineState = (facts: LineFacts, leave: LeaveSpan): LineState => {
  const { kind, way, plan, status, expectedPurchaseDate: expected } = facts
  if (plan?.status === 'executed') return { resolved: true, way: 'done_before' }
  if (!facts.stillHis) return { resolved: true, way: null }
  if (status !== 'open') return { resolved: true, way: 'closed' }
  if (kind === 'expected_date') {
    const inside = expected !== null && within(expected, leave)
    return inside ? { resolved: false, way: null } : { resolved: true, way: 'updated' }
  }
  if (plan === null || plan.status === 'dropped') return { resolved: true, way: 'closed' }
  if (way === 'covered' && plan.assigneeId === facts.coveredBy) return { resolved: true, way }
  if (within(plan.dueOn, leave)) return { resolved: false, way: null }
  return { resolved: true, way: way === 'postponed' ? way : null }
}
