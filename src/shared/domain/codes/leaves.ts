import { z } from 'zod'

/** Leave and handoff (section 6). */

export const leaveKinds = ['vacation', 'training', 'sick', 'other'] as const
export const leaveKind = z.enum(leaveKinds)
export type LeaveKind = z.infer<typeof leaveKind>

export const leaveStatuses = ['requested', 'confirmed', 'cancelled'] as const
/** A leave shields nothing until it is confirmed. */
export const leaveStatus = z.enum(leaveStatuses)
export type LeaveStatus = z.infer<typeof leaveStatus>

export const leaveWays = ['done_before', 'postponed', 'covered', 'updated', 'closed'] as const
/** How a line of the handoff 交接 was resolved: before the leave, R-6.3 postponed or dated anew, R-6.4 covered, or the opportunity ended. */
export const leaveWay = z.enum(leaveWays)
export type LeaveWay = z.infer<typeof leaveWay>
