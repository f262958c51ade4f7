import type { CallOutput } from '../../api/calls.ts'

export type StaffRow = CallOutput<'staff.list'>['rows'][number]

/** What can be done with somebody's access: a new one-time secret, or another status. */
export type AccessAct = 'reset' | 'active' | 'suspended' | 'resigned'
export interface Access {
  readonly act: AccessAct
  readonly row: StaffRow
}
