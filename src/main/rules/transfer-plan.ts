import type { BusinessDate } from '#shared/time/business-date.ts'

/**
 * 过期计划移交: the date an open plan has for its new owner, and whether it fell due anew. One whose date has passed
 * is due on the new owner's first working day; every other keeps its date. So does one that the former owner's leave
 * postponed: the leave shields it no longer, but it counts against the new owner from that date only.
 */
export const planAfterTransfer = (
  plan: { readonly dueOn: BusinessDate; readonly leaveId: string | null },
  firstWorkingDay: BusinessDate,
  today: BusinessDate,
): { readonly dueOn: BusinessDate; readonly anew: boolean } =>
  plan.dueOn < today
    ? { dueOn: firstWorkingDay, anew: true }
    : { dueOn: plan.dueOn, anew: plan.leaveId !== null }
