import { compareGrades } from '#shared/policy/grades.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { compareDates, eachDate, latest, addDays, type BusinessDate } from '#shared/time/business-date.ts'
import {
  makeWorkCalendar,
  type LeaveSpan,
  type StoreCalendar,
  type WorkCalendar,
} from '#shared/time/store-calendar.ts'
import { limitOf, type Cadence } from './follow-up-limit.ts'
import { isWithinOpening } from './opening-sequence.ts'
import { planLimit } from './plan-limit.ts'
import { lastPartOf } from './propose-plan.ts'

/** An open opportunity as a change of the policy finds it. */
export type OpenOpportunity = Cadence & {
  readonly opportunityId: string
  readonly grade: string
  readonly expectedPurchaseDate: BusinessDate | null
  readonly limitOn: BusinessDate
  /** A loss was refused: its limit may have been set later than the cadence says. */
  readonly refused: boolean
  readonly plan: {
    readonly planId: string
    readonly assigneeId: string | null
    readonly dueOn: BusinessDate
    /** A manager allowed it beyond the limit, or a confirmed leave has placed it: it stays. */
    readonly stays: boolean
  } | null
}

/** The open book: its opportunities, who works when, and how many open plans each has on each day. */
export type OpenBook = {
  readonly opportunities: readonly OpenOpportunity[]
  readonly staff: readonly {
    readonly staffId: string
    readonly restWeekdays: readonly number[]
    readonly leaves: readonly LeaveSpan[]
  }[]
  readonly load: readonly {
    readonly staffId: string | null
    readonly on: BusinessDate
    readonly count: number
  }[]
}

/** One version that follows another from a date on. */
export type PolicyChange = { readonly before: Policy; readonly after: Policy; readonly on: BusinessDate }

export type MovedPlan = {
  readonly opportunityId: string
  readonly planId: string
  readonly from: BusinessDate
  readonly to: BusinessDate
  readonly limit: BusinessDate
  readonly newLimit: BusinessDate
}
export type ChangedBook = {
  readonly limits: readonly {
    readonly opportunityId: string
    readonly from: BusinessDate
    readonly to: BusinessDate
  }[]
  readonly moves: readonly MovedPlan[]
  /** Open plans by person (`''` is nobody) and day, as they stand and as they would be. */
  readonly oldLoad: LoadByPerson
  readonly newLoad: LoadByPerson
}
export type LoadByPerson = ReadonlyMap<string, ReadonlyMap<BusinessDate, number>>

/**
 * The limit of an open opportunity from the date on which a policy comes into force: by the new intervals, but never
 * before that date (chosen: nobody is late by the change itself). A limit that had passed before it stays, and so does a
 * later one that a refused loss had set, and the one of an opening sequence that has begun.
 */
export const limitAtChange = (
  { limitOn, refused, ...cadence }: Omit<OpenOpportunity, 'opportunityId' | 'plan' | 'expectedPurchaseDate'>,
  { before, after, on }: PolicyChange,
  calendar: StoreCalendar,
): BusinessDate => {
  if (calendar.nextOpen(limitOn) < on || isWithinOpening(cadence)) return limitOn
  const { limit } = limitOf(cadence, after)
  if (limit === limitOn) return limitOn
  const floor = refused && limitOn > limitOf(cadence, before).limit ? limitOn : on
  return latest(limit, on, floor)
}

/** The day with the fewest plans, the latest of equals; days come in order. */
const leastLoadedOf = (days: readonly BusinessDate[], load: ReadonlyMap<BusinessDate, number>) => {
  let found: BusinessDate | undefined
  let fewest = Number.POSITIVE_INFINITY
  for (const day of days) {
    const count = load.get(day) ?? 0
    if (count > fewest) continue
    found = day
    fewest = count
  }
  return found
}

/** Days to which a plan may move: of the last part of what is left before the wall, else any left, else the wall's open date. */
const daysUpTo = (wall: BusinessDate, work: WorkCalendar, { after, on }: PolicyChange): BusinessDate[] => {
  const lastPart = lastPartOf(addDays(on, -1), wall, after).filter(work.isWorkingDay)
  if (lastPart.length > 1) return lastPart
  const working = eachDate(on, wall).filter(work.isWorkingDay)
  if (working.length > 0) return working
  const open = eachDate(on, wall).filter(work.store.isOpen)
  return [open.at(-1) ?? wall]
}

const asMaps = (load: OpenBook['load']) => {
  const byPerson = new Map<string, Map<BusinessDate, number>>()
  for (const { staffId, on, count } of load) {
    const person = staffId ?? ''
    const days = byPerson.get(person) ?? new Map<BusinessDate, number>()
    byPerson.set(person, days.set(on, (days.get(on) ?? 0) + count))
  }
  return byPerson
}

type Late = MovedPlan & { readonly person: string; readonly wall: BusinessDate; readonly grade: string }

/** Moves plans to days within their new limits: the tightest first, then by grade; ids keep it independent of order. */
const spreadLate = (
  late: readonly Omit<Late, 'to'>[],
  book: OpenBook,
  change: PolicyChange,
  calendar: StoreCalendar,
): Pick<ChangedBook, 'moves' | 'newLoad'> => {
  const works = new Map(book.staff.map((each) => [each.staffId, makeWorkCalendar(calendar, each)]))
  const nobody = makeWorkCalendar(calendar, { restWeekdays: [], leaves: [] })
  const newLoad = asMaps(book.load)
  const days = new Map<string, BusinessDate[]>()
  const tightestFirst = [...late].sort(
    (a, b) =>
      compareDates(a.wall, b.wall) ||
      compareGrades(change.after, a.grade, b.grade) ||
      (a.planId < b.planId ? -1 : 1),
  )
  const moves = tightestFirst.map(({ person, wall, grade: _grade, ...move }): MovedPlan => {
    const key = `${person} ${wall}`
    const choice = days.get(key) ?? daysUpTo(wall, works.get(person) ?? nobody, change)
    days.set(key, choice)
    const load = newLoad.get(person) ?? new Map<BusinessDate, number>()
    newLoad.set(person, load)
    const to = leastLoadedOf(choice, load) ?? wall
    load.set(move.from, (load.get(move.from) ?? 1) - 1)
    load.set(to, (load.get(to) ?? 0) + 1)
    return { ...move, to }
  })
  return { moves, newLoad }
}

/**
 * 政策变更 What a policy that comes into force makes of the open book: the limits anew, and every plan that would
 * stand beyond its limit on a working day within it, the work spread by load. What was judged stays as it was.
 */
export const changePolicy = (book: OpenBook, change: PolicyChange, calendar: StoreCalendar): ChangedBook => {
  const limits: { opportunityId: string; from: BusinessDate; to: BusinessDate }[] = []
  const late: Omit<Late, 'to'>[] = []
  for (const each of book.opportunities) {
    const { opportunityId, limitOn, anchorOn, lastAttemptOn, plan, grade } = each
    const newLimit = limitAtChange(each, change, calendar)
    if (newLimit !== limitOn) limits.push({ opportunityId, from: limitOn, to: newLimit })
    if (plan === null || plan.stays || plan.dueOn <= newLimit || newLimit < change.on) continue
    const from = lastAttemptOn === null ? anchorOn : latest(anchorOn, lastAttemptOn)
    const wall = planLimit({ from, limit: newLimit, today: change.on }, calendar)
    if (plan.dueOn <= wall) continue
    const { planId, assigneeId, dueOn } = plan
    const person = assigneeId ?? ''
    late.push({ opportunityId, planId, from: dueOn, limit: limitOn, newLimit, person, wall, grade })
  }
  return { limits, oldLoad: asMaps(book.load), ...spreadLate(late, book, change, calendar) }
}
