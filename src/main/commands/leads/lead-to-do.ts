import type { ToDoItem } from '#shared/contract/to-do.ts'
import { reason } from '#shared/reasons.ts'
import type { Context } from '#main/calls/context.ts'
import { leadClock } from '#main/rules/lead-clock.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { listAwaitedPlans } from '#main/store/read/leads.ts'

const millisecondsPerHour = 3_600_000

/** What a line of the to-do list says of the lead whose first follow-up it is. */
export type LeadMark = Pick<ToDoItem, 'leadId' | 'dueAt' | 'minutesLeft' | 'reasons'>

/** The plans of somebody that are the awaited first follow-up of a lead, with the time that is left: by plan. */
export function leadMarks(store: ReadableStore, context: Context, staffId: string): Map<string, LeadMark> {
  const { policy, now } = context
  const allowed = policy.thresholds.leadFirstFollowUpHours
  const marks = new Map<string, LeadMark>()
  for (const { leadId, planId, assignedAt } of listAwaitedPlans(store, staffId)) {
    // Two leads may have led to one opportunity: the one that was there first presses.
    if (marks.has(planId)) continue
    const { dueAt, minutesLeft, late } = leadClock({ assignedAt, firstFollowUpAt: null }, policy, now)
    const hours = Math.floor((now - assignedAt) / millisecondsPerHour)
    marks.set(planId, {
      leadId,
      dueAt,
      minutesLeft,
      reasons: late ? [reason('lead_late', { hours, allowed })] : [],
    })
  }
  return marks
}
