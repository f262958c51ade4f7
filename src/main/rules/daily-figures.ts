import type { Figure } from '#shared/domain/codes.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { StoreCalendar } from '#shared/time/store-calendar.ts'
import { protectionOf, type OwnershipFacts } from './dormancy.ts'
import { gradeOutOfStep } from './grade-for-date.ts'
import { judgedLimit, type JudgedOpportunity } from './judge/judged-opportunity.ts'

/** A figure a line counts in, and why. */
export type FigureLine = { readonly figure: Figure; readonly reasons: readonly Reason[] }

/** A plan as it stands on the date: open, or executed on `executedOn`. */
export type PlanOnDate = {
  readonly dueOn: BusinessDate
  /** The date on which its follow-up was recorded; null while the plan is open. */
  readonly executedOn: BusinessDate | null
}

/**
 * 今日应回访, 已完成, 未完成, 逾期: the figures a plan counts in. Due today = its date (R-1.4: the next open
 * date) is today and it was open when the day began; done = executed today; not yet done = still open. So due
 * today is always done + not yet done. An overdue plan is none of the three, also on the day it is made good.
 */
export const figuresOfPlan = (plan: PlanOnDate, calendar: StoreCalendar, on: BusinessDate): FigureLine[] => {
  const { dueOn, executedOn } = plan
  const dueOpenDate = calendar.nextOpen(dueOn)
  const isOpen = executedOn === null || executedOn > on
  const line = (figure: Figure, code: Reason['code']): FigureLine => ({
    figure,
    reasons: [reason(code, { dueOn })],
  })
  if (dueOpenDate < on && isOpen) return [line('overdue', 'overdue_follow_up')]
  if (dueOpenDate !== on) return []
  if (isOpen) return [line('dueToday', 'due_today'), line('notDone', 'due_today')]
  return executedOn === on ? [line('dueToday', 'done_today'), line('doneToday', 'done_today')] : []
}

/**
 * 过期机会, 缺计划, 超频次, 等级不符, 休眠: the figures an open opportunity counts in. Dormant belongs to the
 * customer, so the caller counts a customer once.
 */
export const figuresOfOpportunity = (
  facts: JudgedOpportunity & { readonly ownership: OwnershipFacts },
  calendar: StoreCalendar,
  policy: Policy,
  on: BusinessDate,
): FigureLine[] => {
  if (facts.status !== 'open') return []
  const { expectedPurchaseDate: expected, plan, planMissingSince, anchorOn, answerableFrom } = facts
  const lines: FigureLine[] = []
  if (expected !== null && calendar.nextOpen(expected) < on) {
    lines.push({ figure: 'expired', reasons: [reason('expired_opportunity', { expected })] })
  }
  if (plan === null) {
    lines.push({
      figure: 'missingPlan',
      reasons: [reason('missing_plan', { since: planMissingSince ?? on })],
    })
  }
  const limit = judgedLimit(facts, policy)
  // What passed before the present owner answered for it is not held against him here either.
  if (limit >= answerableFrom && calendar.nextOpen(limit) < on) {
    lines.push({ figure: 'beyondLimit', reasons: [reason('limit_passed', { limit, anchorOn })] })
  }
  const drift = gradeOutOfStep(facts, policy, on)
  if (drift !== undefined) lines.push({ figure: 'outOfStep', reasons: [drift.reason] })
  const protection = protectionOf(facts.ownership, policy, on)
  if (protection.dormant) lines.push({ figure: 'dormant', reasons: protection.reasons })
  return lines
}

/** 有效率: the share of executed follow-ups that were effective, 0 … 1; null without any. */
export const effectiveRate = (executed: number, effective: number): number | null =>
  executed === 0 ? null : effective / executed
