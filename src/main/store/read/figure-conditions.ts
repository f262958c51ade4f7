import type { Figure } from '#shared/domain/codes.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import { lastEffectiveThen, planOpenThen, type BookOf } from './check-book.ts'
import { postponedByLeave } from './leave-conditions.ts'

/** A policy has at most so many grades; the SQL has a place for each. */
export const gradePlaces = 8

/** One consultant on one date, with what the conditions of the figures need to know of calendar and policy. */
export type CheckOf = {
  readonly staffId: string
  readonly on: BusinessDate
  /** The first moment after the date. */
  readonly endsAt: Instant
  /** What fell due on or before this date has passed; what is due after it and up to `dueUntil` is due on the date. */
  readonly passed: BusinessDate
  readonly dueUntil: BusinessDate
  /** An owner whose protection began on or before this date has lost it. */
  readonly dormantSince: BusinessDate
  /** limits from the first to before the second are shielded by a leave. */
  readonly shieldFrom: BusinessDate
  readonly shieldUntil: BusinessDate
  /** for a date that has passed: intervals by grade as JSON, and the numbers of the attempts. */
  readonly days: string
  readonly lastDays: number
  readonly attemptDays: number
  readonly attemptsBeforeRegular: number
  /** The days of the opening sequence as JSON. */
  readonly openingDays: string
  /** Whether the policy ties grade and date (1 or 0); `until0 … until7` and `grade0 … grade7` say how. */
  readonly tied: number
  readonly [step: `until${number}` | `grade${number}`]: string
}

const postponed = postponedByLeave('x', { owner: '@staffId', limit: 'b.limit_on' })
/**
 * The latest date of a plan that reaches beyond the limit: a manager allowed it, a confirmed leave postponed it
 * or it fell due anew before.
 */
export const allowedUntil = `(select max(x.due_on) from plans x indexed by plans_opportunity
  where x.opportunity_id = b.opportunity_id and (x.beyond_limit_reason is not null or x.due_anew_on <= b.limit_on
    or ${postponed}) and ${planOpenThen})`
/** The limit by which it is judged: a manager's permission reaches further. */
const judgedLimit = `max(b.limit_on, coalesce(${allowedUntil}, b.limit_on))`
// The limit itself is asked first: it is in the index, and few pass.
const beyond = `b.limit_on <= @passed and ${judgedLimit} between b.answerable_from and @passed
  and not (${judgedLimit} >= @shieldFrom and ${judgedLimit} < @shieldUntil)`
const gradeByDate = `case ${Array.from({ length: gradePlaces }, (_, i) => `when b.expected <= @until${i} then @grade${i}`).join(' ')} end`
const outOfStep = `@tied = 1 and b.expected >= @on and b.grade <> ${gradeByDate}`
export const protectedSince = (book: BookOf) =>
  `max(c.owner_since_on, c.created_on, coalesce(${lastEffectiveThen[book]}, c.created_on))`

/** Condition of a figure of the book, and the date each line of it is about. */
export const ofBook = {
  expired: ['b.expected <= @passed', 'b.expected'],
  missingPlan: ['b.plan_missing_since is not null', 'b.plan_missing_since'],
  beyondLimit: [beyond, judgedLimit],
  outOfStep: [outOfStep, 'b.expected'],
} as const satisfies Partial<Record<Figure, readonly [condition: string, date: string]>>
export type BookFigure = keyof typeof ofBook
export const bookFigures = Object.keys(ofBook) as BookFigure[]

/** Plans open at the end of the date: those still open, and those ended after it. */
const openPlans = (due: string) => `
  select plan_id from plans x indexed by plans_to_do
  where x.assignee_id = @staffId and x.status = 'open' and x.made_on <= @on and ${due}
  union all
  select plan_id from plans x indexed by plans_ended
  where x.assignee_id = @staffId and x.ended_on > @on and x.made_on <= @on and ${due}`
const hasPassed = 'x.due_on <= @passed'
const isDue = 'x.due_on > @passed and x.due_on <= @dueUntil'
const donePlans = `
  select plan_id from plans x indexed by plans_ended
  where x.assignee_id = @staffId and x.ended_on = @on and x.status = 'executed' and ${isDue}`
export const ofPlans = {
  dueToday: `${openPlans(isDue)} union all ${donePlans}`,
  doneToday: donePlans,
  notDone: openPlans(isDue),
  overdue: openPlans(hasPassed),
} as const satisfies Partial<Record<Figure, string>>
export type PlanFigure = keyof typeof ofPlans

const uncardedNow = `from visits v indexed by visits_uncarded
  where v.consultant_id = @staffId and v.visited_on <= @on and v.with_intent = 1 and v.customer_id is null`
/** Visits without a card at the end of the date: those still without, and of one that has passed those carded after it. */
export const visitsThen: Readonly<Record<BookOf, string>> = {
  today: uncardedNow,
  past: `from (select v.* ${uncardedNow}
    union all select x.* from visits x indexed by visits_consultant
    where x.consultant_id = @staffId and x.visited_on <= @on and x.carded_on > @on) v`,
}
export const unansweredThen = `from instructions i indexed by instructions_staff
  where i.staff_id = @staffId and i.given_on <= @on and (i.answered_at is null or i.answered_at >= @endsAt)`
export const followUpsOfDay = `from follow_ups f indexed by follow_ups_staff where f.staff_id = @staffId and f.recorded_on = @on`
