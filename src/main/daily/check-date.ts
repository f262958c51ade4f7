import { inScope, type Scope } from '#shared/access/can.ts'
import { refuseField } from '#shared/errors.ts'
import { gradeOrLast, lastGrade } from '#shared/policy/grades.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { addDays, latest, type BusinessDate } from '#shared/time/business-date.ts'
import { instantAt, type Instant } from '#shared/time/instant.ts'
import { makeWorkCalendar, type StoreCalendar } from '#shared/time/store-calendar.ts'
import type { Context } from '#main/calls/context.ts'
import { gradeWindows } from '#main/rules/grade-windows.ts'
import { shieldsOf } from '#main/rules/leave-shield.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import type { BookOf } from '#main/store/read/check-book.ts'
import { gradePlaces, type CheckOf } from '#main/store/read/figure-conditions.ts'
import { confirmedLeaves, countOwned, listStaff } from '#main/store/read/staff.ts'
import { policyOn } from '#main/store/read/store.ts'
import type { StaffRow } from '#main/store/rows.ts'

/** A date that is checked, with the policy that was in force on it. */
export interface CheckDate {
  readonly on: BusinessDate
  readonly endsAt: Instant
  readonly book: BookOf
  readonly policy: Policy
  readonly policyVersion: number
  /** What the figures of every consultant depend on alike. */
  readonly conditions: Omit<CheckOf, 'staffId' | 'shieldFrom' | 'shieldUntil'>
}

/** The date that is asked for, today by default. What has not come cannot be checked. */
export function readCheckDate(
  store: ReadableStore,
  context: Context,
  asked: BusinessDate | undefined,
): CheckDate {
  const { today, store: file } = context
  const on = asked ?? today
  if (on > today) refuseField('on', 'in_future', { today })
  const { policy, version } = policyOn(store, on)
  const endsAt = instantAt(addDays(on, 1), '00:00', file.zone)
  const conditions = conditionsOf(context.calendar, policy, on, endsAt)
  return { on, endsAt, book: on === today ? 'today' : 'past', policy, policyVersion: version, conditions }
}

/** The calendar and the policy of a date in the terms of the store's readers. */
function conditionsOf(
  calendar: StoreCalendar,
  policy: Policy,
  on: BusinessDate,
  endsAt: Instant,
): CheckDate['conditions'] {
  const { dormantAfterDays, attemptDueWithinDays, attemptsBeforeRegular } = policy.thresholds
  const passed = calendar.previousOpen(addDays(on, -1))
  return {
    on,
    endsAt,
    passed,
    dueUntil: calendar.isOpen(on) ? on : passed,
    dormantSince: addDays(on, -dormantAfterDays - 1),
    days: JSON.stringify(
      Object.fromEntries(policy.grades.map(({ code, revisitEveryDays }) => [code, revisitEveryDays])),
    ),
    lastDays: gradeOrLast(policy, '').revisitEveryDays,
    attemptDays: attemptDueWithinDays,
    attemptsBeforeRegular,
    openingDays: JSON.stringify(policy.openingSequence?.days ?? []),
    tied: gradeWindows(policy, on).length > 0 ? 1 : 0,
    ...gradeSteps(policy, on),
  }
}

/** The consultants within reach who work here, or who left work behind; in the order of the sheet. */
export const listChecked = (store: ReadableStore, scope: Scope): StaffRow[] =>
  listStaff(store).filter(
    ({ staffId, role, status }) =>
      role === 'consultant' &&
      inScope(scope, staffId) &&
      (status === 'active' ||
        countOwned(store, staffId, 'open') + countOwned(store, staffId, 'lost_waiting') > 0),
  )

const never = '9999-12-31' as BusinessDate

/**
 * The days that confirmed leaves still shield, when something fell due by that date: from the first day of the
 * earliest of them to the last one's end.
 */
function shieldOf(
  store: ReadableStore,
  context: Context,
  { staffId, restWeekdays }: StaffRow,
  passed: BusinessDate,
) {
  const leaves = confirmedLeaves(store, staffId, '1900-01-01')
  const work = makeWorkCalendar(context.calendar, { restWeekdays, leaves })
  const [first, ...rest] = shieldsOf(work).filter(({ from, until }) => from <= passed && passed < until)
  if (first === undefined) return { shieldFrom: never, shieldUntil: never }
  return { shieldFrom: first.from, shieldUntil: latest(first.until, ...rest.map(({ until }) => until)) }
}

/** The grade that belongs to a date, as steps: up to `until0` it is `grade0`, and so on. */
function gradeSteps(policy: Policy, on: BusinessDate): Record<string, string> {
  const windows = gradeWindows(policy, on)
  const last = { grade: lastGrade(policy)?.code ?? '', until: null }
  const steps: Record<string, string> = {}
  for (let place = 0; place < gradePlaces; place += 1) {
    const { grade, until } = windows[place] ?? last
    steps[`grade${place}`] = grade
    steps[`until${place}`] = until ?? never
  }
  return steps
}

/** Everything that the figures of one consultant on a date depend on. */
export function checkOf(
  store: ReadableStore,
  context: Context,
  { conditions }: CheckDate,
  staff: StaffRow,
): CheckOf {
  const shield = shieldOf(store, context, staff, conditions.passed)
  return { ...conditions, ...shield, staffId: staff.staffId }
}
