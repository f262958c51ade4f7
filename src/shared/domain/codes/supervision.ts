import { z } from 'zod'

/** The daily check and what stands beside it (section 9). */

export const figures = [
  'dueToday',
  'doneToday',
  'notDone',
  'overdue',
  'expired',
  'missingPlan',
  'beyondLimit',
  'outOfStep',
  'dormant',
  'uncardedVisits',
  'unanswered',
  'lateRecorded',
] as const
/** The figures of the daily check in their order on the sheet. */
export const figure = z.enum(figures)
export type Figure = z.infer<typeof figure>

export const attentions = [
  'violation_raised',
  'violation_objected',
  'violation_to_approve',
  'report_missing',
  'report_to_review',
  'suspension_proposed',
  'suspended',
  'on_leave',
  'leave_unconfirmed',
  'instruction_to_close',
  'claim_open',
  'recording_lost',
  'leads_unassigned',
  'lead_late',
  'lead_exception',
  'no_show',
  'calls_below_minimum',
  'register_open',
  'register_to_countersign',
  'honesty_sign',
  'penalty_differs',
] as const
/** What the daily check puts before the supervisor besides its figures. */
export const attention = z.enum(attentions)
export type Attention = z.infer<typeof attention>

export const instructionStatuses = ['given', 'seen', 'answered', 'closed'] as const
/** The loop of an instruction 批注. */
export const instructionStatus = z.enum(instructionStatuses)
export type InstructionStatus = z.infer<typeof instructionStatus>

export const honestySigns = [
  'burst',
  'same_text',
  'only_unreached_before_leave',
  'identity_changed_before_order',
  'outside_opening_hours',
] as const
/** Signs that somebody should look at records; never a penalty by themselves (诚信提示). */
export const honestySign = z.enum(honestySigns)
export type HonestySign = z.infer<typeof honestySign>
