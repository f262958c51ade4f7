import { reason, type Reason } from '#shared/reasons.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'

/** How the register of a date stands. */
export interface RegisterState {
  /** Who signed it for the desk; null while it is open. */
  readonly closedBy: string | null
  readonly countersigned: boolean
  /** Visitors who have not left. */
  readonly here: number
}

/**
 * The desk signs a date once, when everybody has left. Whoever comes afterwards is registered all the same; his line is no part of
 * what was signed (chosen).
 */
export function checkClose(on: BusinessDate, state: RegisterState, today: BusinessDate): Reason[] {
  if (on > today) return [reason('register_day_ahead', { on })]
  if (state.closedBy !== null) return [reason('register_day_closed', { on })]
  return state.here > 0 ? [reason('visitors_still_here', { count: state.here })] : []
}

/** 销售经理检查审核: once, by somebody else than who signed for the desk (chosen). */
export function checkCountersign(on: BusinessDate, state: RegisterState, staffId: string): Reason[] {
  if (state.closedBy === null) return [reason('register_not_closed', { on })]
  if (state.countersigned) return [reason('register_countersigned', { on })]
  return state.closedBy === staffId ? [reason('countersigns_himself', { on })] : []
}
