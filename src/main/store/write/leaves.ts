import type { Instant } from '#shared/time/instant.ts'
import type { WritableStore } from '../handle.ts'
import type { LeaveLineRow, LeaveRow, NewLeave, PlanRow } from '../rows.ts'
import { leaveLines, leaves, plans, violations } from '../schema/index.ts'
import { insertRow, updateRow } from './rows.ts'

/** Writes a leave that is asked for. */
export const addLeave = (store: WritableStore, row: NewLeave): void => insertRow(store, leaves, row)

/** Confirms, shortens or cancels a leave. */
export const changeLeave = (
  store: WritableStore,
  leaveId: string,
  patch: Partial<Pick<LeaveRow, 'confirmedAt' | 'confirmedBy' | 'cancelledAt' | 'untilOn' | 'untilBefore'>>,
): LeaveRow => updateRow(store, leaves, leaveId, patch)

export const addLeaveLine = (store: WritableStore, row: LeaveLineRow): void =>
  insertRow(store, leaveLines, row)

/** Notes what became of a line of the handoff. */
export const changeLeaveLine = (
  store: WritableStore,
  lineId: string,
  patch: Partial<Omit<LeaveLineRow, 'lineId' | 'leaveId' | 'opportunityId' | 'planId'>>,
): LeaveLineRow => updateRow(store, leaveLines, lineId, patch)

/** Moves a plan for a leave, or gives it to a colleague and back. */
export const movePlanForLeave = (
  store: WritableStore,
  planId: string,
  patch: Partial<Pick<PlanRow, 'dueOn' | 'assigneeId' | 'leaveId' | 'dueAnewOn'>>,
): PlanRow => updateRow(store, plans, planId, patch)

/** Waives what was raised for the days of a sick leave that is confirmed after its start. */
export const waiveForLeave = (
  store: WritableStore,
  violationId: string,
  by: { readonly decidedAt: Instant; readonly decidedBy: string; readonly decisionReason: string },
): void => {
  updateRow(store, violations, violationId, { ...by, status: 'waived' })
}
