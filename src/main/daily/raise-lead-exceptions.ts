import type { Policy } from '#shared/policy/policy.ts'
import { sayReason } from '#shared/text/say.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Context } from '#main/calls/context.ts'
import { judgeNotInShowroom } from '#main/rules/lead-exception.ts'
import type { WritableStore } from '#main/store/handle.ts'
import { isExceptionRaised, listWatchedLeads } from '#main/store/read/lead-exceptions.ts'
import { addLeadException } from '#main/store/write/leads.ts'

/**
 * Raises the exceptions that stand on a date: leads of a grade that have not been in the showroom in time, each once a grade. One whose
 * exception is still open waits until that is over. Returns how many were raised.
 */
export function raiseLeadExceptions(
  store: WritableStore,
  { now, newId, store: file }: Context,
  policy: Policy,
  on: BusinessDate,
): number {
  let raised = 0
  for (const { inShowroom, ...lead } of listWatchedLeads(store, on)) {
    const found = judgeNotInShowroom({ ...lead, inShowroom: inShowroom === 1 }, policy, on)
    if (!found || isExceptionRaised(store, found.identity)) continue
    addLeadException(store, {
      exceptionId: newId(),
      leadId: lead.leadId,
      identity: found.identity,
      kind: found.kind,
      raisedOn: on,
      raisedAt: now,
      raisedBy: null,
      note: sayReason(found.reason, file.locale === 'en' ? 'en' : 'zh-CN'),
    })
    raised += 1
  }
  return raised
}
