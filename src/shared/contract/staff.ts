import { z } from 'zod'
import { role, staffStatus } from '../domain/codes.ts'
import { command, query } from './declare.ts'
import { date, id, name, page, rowsOf } from './pieces.ts'

const weekday = z.number().int().min(1).max(7)
const restWeekdays = z.array(weekday).max(6)

export const staffRow = z.object({
  staffId: id,
  name: z.string(),
  /** Only for those who manage staff. */
  login: z.string().nullable(),
  role,
  status: staffStatus,
  managerId: id.nullable(),
  managerName: z.string().nullable(),
  restWeekdays: z.array(weekday),
  /** Stands in the showroom's rotation, in that of the leads. */
  takesVisits: z.boolean(),
  takesLeads: z.boolean(),
  /** Today he is suspended for study 待岗学习, until this date; null when he is not. */
  suspendedUntil: date.nullable(),
  /** He has not yet replaced his one-time secret. Only for those who manage staff. */
  awaitsFirstSignIn: z.boolean().nullable(),
  version: z.number().int(),
})
export type StaffRow = z.infer<typeof staffRow>

export const staff = {
  /** Creates an account with a one-time secret, told once (section 13). */
  add: command({
    access: 'staff.manage',
    confirms: true,
    input: z.strictObject({
      name: name.min(1),
      login: z.string().trim().min(1).max(60),
      role,
      managerId: id.nullish(),
      restWeekdays: restWeekdays.optional(),
      takesVisits: z.boolean().optional(),
      takesLeads: z.boolean().optional(),
    }),
    output: z.object({ staffId: id, oneTimeSecret: z.string() }),
    changes: ['staff'],
  }),
  /** Changes name, manager, role or rest days; an empty `managerId` takes somebody out of a team. */
  update: command({
    access: 'staff.manage',
    // Whose rows he reaches hangs on both.
    confirms: ['role', 'managerId'],
    input: z.strictObject({
      staffId: id,
      version: z.number().int().optional(),
      name: name.min(1).optional(),
      role: role.optional(),
      managerId: id.nullish(),
      restWeekdays: restWeekdays.optional(),
      takesVisits: z.boolean().optional(),
      takesLeads: z.boolean().optional(),
    }),
    output: z.object({ version: z.number().int() }),
    changes: ['staff', 'plans'],
  }),
  resetAccess: command({
    access: 'staff.manage',
    confirms: true,
    input: z.strictObject({ staffId: id }),
    output: z.object({ oneTimeSecret: z.string() }),
    changes: ['staff'],
  }),
  /** Refuses to close somebody who owns an open opportunity, or the last active administrator. */
  setStatus: command({
    access: 'staff.setStatus',
    confirms: true,
    input: z.strictObject({ staffId: id, status: staffStatus }),
    changes: ['staff', 'leaves', 'plans'],
  }),
  list: query({
    access: 'staff.read',
    input: z.strictObject({ ...page }).optional(),
    output: rowsOf(staffRow),
  }),
}
