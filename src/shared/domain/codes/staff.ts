import { z } from 'zod'

/** Who works in the store. */

export const roles = ['front_desk', 'consultant', 'manager', 'director', 'admin'] as const
/** Role of a staff member (section 13, 角色). */
export const role = z.enum(roles)
export type Role = z.infer<typeof role>

export const staffStatuses = ['active', 'suspended', 'resigned'] as const
/** Whether somebody works here at present (在职状态). */
export const staffStatus = z.enum(staffStatuses)
export type StaffStatus = z.infer<typeof staffStatus>
