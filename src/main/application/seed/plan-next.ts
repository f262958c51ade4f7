import type { Result } from '#shared/domain/codes.ts'
import { gradesInOrder } from '#shared/policy/grades.ts'
import { addDays, type BusinessDate } from '#shared/time/business-date.ts'
import { gradeForDate } from '#main/rules/grade-for-date.ts'
import { proposePlan } from '#main/rules/propose-plan.ts'
import { addPlan, type Day, type Deal, type World } from './world.ts'
import { againPurpose, appointments, appointmentTimes, purposes } from './words.ts'

/** The date of the next plan: what the product proposes, sometimes a day or two before it. */
export function nextPlanOn(
  world: World,
  deal: Deal,
  span: { readonly from: BusinessDate; readonly limit: BusinessDate },
  today: BusinessDate,
): BusinessDate {
  const { random, policy, calendar } = world
  const work = deal.consultant.calendar
  const facts = { ...span, calendar: work, loadByDate: deal.consultant.load }
  const { proposed, latest: wall } = proposePlan(facts, policy, today)
  // Away until the limit: it waits for his first day back, on a date within the leave, which shields it.
  if (proposed <= today) return wall > today ? calendar.previousOpen(wall) : wall
  const earlier = addDays(proposed, -random.between(1, 2))
  return random.chance(0.12) && earlier > today && work.isWorkingDay(earlier) ? earlier : proposed
}

/** Plans what comes next, with a time of day where the customer named one. */
export function planNext(
  world: World,
  deal: Deal,
  day: Day,
  at: number,
  on: BusinessDate,
  result: Result,
): void {
  const { random } = world
  const appointed = result === 'reached' && random.chance(0.14)
  const [purpose, channel] =
    result !== 'reached'
      ? ([againPurpose, 'phone'] as const)
      : random.pick(appointed ? appointments : purposes)
  addPlan(world, deal, {
    dueOn: on,
    dueTime: appointed ? random.pick(appointmentTimes) : null,
    channel,
    purpose,
    madeOn: day.on,
    madeAt: at,
    madeBy: deal.consultant.staffId,
  })
}

/** A grade and a date that agree: the grade is drawn, and a date out of its window. */
export function drawGradeAndDate(
  world: World,
  today: BusinessDate,
): { readonly grade: string; readonly expected: BusinessDate } {
  const { random, policy } = world
  const grades = gradesInOrder(policy)
  const drawn = random.weighted(
    grades.map((each, i) => [each, grades.length === 1 ? 1 : 1 + i * 0.7] as const),
  )
  const before = Math.max(
    0,
    ...grades.filter(({ order }) => order < drawn.order).map(({ closeWithinDays }) => closeWithinDays ?? 0),
  )
  const until = drawn.closeWithinDays ?? before + 55
  // Rather late in the window: people name the end of the month, not its beginning.
  const days = Math.max(
    random.between(Math.min(before + 1, until), until),
    random.between(Math.min(before + 1, until), until),
  )
  const expected = addDays(today, days)
  return { grade: gradeForDate(expected, policy, today) ?? drawn.code, expected }
}
