import type { Channel, ToDoKind } from '#shared/domain/codes.ts'
import { compareGrades } from '#shared/policy/grades.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { compareDates, daysBetween, type BusinessDate } from '#shared/time/business-date.ts'
import type { StoreCalendar } from '#shared/time/store-calendar.ts'

/** What the order of the to-do list 今日待办 looks at; lines may carry more. */
export type ToDoLine = {
  readonly id: string
  readonly kind: ToDoKind
  /** Due date of a plan; the date a line is about otherwise. */
  readonly on: BusinessDate
  /** `HH:MM` of an appointment. */
  readonly at?: string | null
  readonly grade?: string | null
  readonly lastContactOn?: BusinessDate | null
  /** Minutes until the first follow-up of a lead has to start, below zero when it is late. */
  readonly minutesLeft?: number | null
}

/** Overdue first, then appointments, then today's plans, then everything that is no follow-up. */
const kindOrder: readonly ToDoKind[] = [
  'overdue_plan',
  'appointment',
  'plan',
  'lead',
  'instruction',
  'expired',
  'expiring',
  'uncarded_visit',
  'out_of_step',
]

/** Ways in which the customer is met: a plan for one is an appointment 预约, with or without a time. */
const meetings: readonly Channel[] = ['showroom_visit', 'test_drive', 'home_visit']
/** Sorts an appointment without a time behind those with one. */
const noTime = '99:99'

/**
 * What kind of line an open plan is on a date: overdue, an appointment (it has a time, or the customer is met),
 * or a plan. A plan on a date that was closed afterwards is due on the next open one.
 */
export const planLineKind = (
  plan: { readonly dueOn: BusinessDate; readonly at?: string | null; readonly channel?: Channel | null },
  calendar: StoreCalendar,
  on: BusinessDate,
): 'overdue_plan' | 'appointment' | 'plan' => {
  if (calendar.nextOpen(plan.dueOn) < on) return 'overdue_plan'
  const isMeeting = plan.channel !== undefined && plan.channel !== null && meetings.includes(plan.channel)
  return (plan.at ?? null) !== null || isMeeting ? 'appointment' : 'plan'
}

/** A lead whose first follow-up is late comes right after what is overdue (chosen). */
const placeOf = ({ kind, minutesLeft }: ToDoLine): number =>
  kind === 'lead' && (minutesLeft ?? 0) < 0
    ? kindOrder.indexOf('overdue_plan') + 0.5
    : kindOrder.indexOf(kind)

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** A customer never contacted has waited longest. */
const daysWaiting = ({ lastContactOn }: ToDoLine, today: BusinessDate): number =>
  lastContactOn === undefined || lastContactOn === null
    ? Number.MAX_SAFE_INTEGER
    : daysBetween(lastContactOn, today)

/** The order of the lines of one list: total, so that the list never jumps. */
export const compareToDo =
  (policy: Policy, today: BusinessDate) =>
  (a: ToDoLine, b: ToDoLine): number => {
    const byKind = placeOf(a) - placeOf(b)
    if (byKind !== 0) return byKind
    // Of leads the one that presses most; no other line has minutes.
    const byMinutes = (a.minutesLeft ?? 0) - (b.minutesLeft ?? 0)
    if (byMinutes !== 0) return byMinutes
    const byDate = compareDates(a.on, b.on)
    if (byDate !== 0) return byDate
    const byTime = compareText(a.at ?? noTime, b.at ?? noTime)
    if (byTime !== 0) return byTime
    const byGrade = compareGrades(policy, a.grade ?? '', b.grade ?? '')
    if (byGrade !== 0) return byGrade
    return daysWaiting(b, today) - daysWaiting(a, today) || compareText(a.id, b.id)
  }
