import type { PlanStatus } from '#shared/domain/codes.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { StoreCalendar } from '#shared/time/store-calendar.ts'
import { planLimit } from './plan-limit.ts'

export type PlanDates = {
  readonly on: BusinessDate
  /** The date of the contact, or of the opening, from which the limit runs. */
  readonly from: BusinessDate
  readonly limit: BusinessDate
  /** The first working day after the owner's leave that holds the limit. */
  readonly afterLeave?: BusinessDate | null
  /** The input field that holds the date, for the refusal; `next.on` unless said otherwise. */
  readonly field?: string
}

/**
 * A new plan's date: not before today, not on a closed date (chosen), not later than its limit.
 * A plan for the day of the contact itself is allowed (chosen: "he comes in at three").
 */
export const checkPlan = (dates: PlanDates, store: StoreCalendar, today: BusinessDate): Reason[] => {
  const { on, limit, field = 'next.on' } = dates
  if (on < today) return [reason('plan_before_today', { field, on, today })]
  const wall = planLimit({ ...dates, today }, store)
  if (on > wall) return [reason('plan_beyond_limit', { field, on, limit, latest: wall })]
  return store.isOpen(on) ? [] : [reason('plan_on_closed_date', { field, on })]
}

export type OpenPlan = { readonly dueOn: BusinessDate; readonly status: PlanStatus }

const checkStillMovable = ({ dueOn, status }: OpenPlan, today: BusinessDate): Reason[] => {
  if (status !== 'open') return [reason('plan_not_open', { dueOn })]
  return today >= dueOn ? [reason('plan_move_on_its_day', { field: 'on', dueOn, today })] : []
}

/**
 * 当日事当日毕. A plan whose date has not come may move earlier, or later within its limit; on its day
 * or after it may not be moved.
 */
export const checkPlanMove = (
  plan: OpenPlan,
  to: PlanDates & { readonly reason: string },
  store: StoreCalendar,
  today: BusinessDate,
): Reason[] => {
  const fixed = checkStillMovable(plan, today)
  if (fixed.length > 0) return fixed
  const { on, field = 'on' } = to
  if (on === plan.dueOn) return [reason('plan_move_unchanged', { field, on })]
  const unexplained = to.reason.trim() === '' ? [reason('reason_required', { field: 'reason' })] : []
  // A plan the manager allowed beyond its limit may still come nearer, so only a later date meets the wall.
  const wall = on < plan.dueOn ? plan.dueOn : to.limit
  return [...unexplained, ...checkPlan({ ...to, limit: wall, field }, store, today)]
}

/** A manager's permission 准许 for a plan beyond its limit: with a reason, and only where it is needed. */
export const checkAllowBeyondLimit = (
  plan: OpenPlan | null,
  to: PlanDates & { readonly reason: string },
  store: StoreCalendar,
  today: BusinessDate,
): Reason[] => {
  const fixed = plan === null ? [] : checkStillMovable(plan, today)
  if (fixed.length > 0) return fixed
  const { on, limit, field = 'on' } = to
  if (to.reason.trim() === '') return [reason('reason_required', { field: 'reason' })]
  if (on < today) return [reason('plan_before_today', { field, on, today })]
  if (!store.isOpen(on)) return [reason('plan_on_closed_date', { field, on })]
  const isNeeded = on > planLimit({ ...to, today }, store)
  return isNeeded ? [] : [reason('plan_within_limit', { field, on, limit })]
}
