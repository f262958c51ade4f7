import type { LeaveStatus } from '#shared/domain/codes.ts'
import type { CallOutput } from '../../api/calls.ts'
import type { RowOf } from '../../api/use-pages.ts'
import type { Tone } from '../../ui/marks/tone.ts'

/** A leave as the list has it. */
export type Leave = RowOf<'leaves.list'>
/** The handoff of a leave, and a line of it. */
export type Handoff = CallOutput<'leaves.handoff'>
export type Line = Handoff['unresolved'][number]

export const leaveTone: Readonly<Record<LeaveStatus, Tone>> = {
  requested: 'warn',
  confirmed: 'ok',
  cancelled: 'quiet',
}
/** A line of each kind of one opportunity is another line. */
export const keyOfLine = ({ kind, planId, opportunityId }: Line): string =>
  planId ?? `${kind} ${opportunityId}`
