import { gradesInOrder } from '#shared/policy/grades.ts'
import { addDays, latest, type BusinessDate } from '#shared/time/business-date.ts'
import type { Context } from '#main/calls/context.ts'
import type { AcceptedRow } from '#main/files/import/decide-rows.ts'
import { limitOf, openingCadence } from '#main/rules/follow-up-limit.ts'
import { gradeForDate, proposeDateForGrade } from '#main/rules/grade-for-date.ts'
import { spreadPlans, type PlanToSpread } from '#main/rules/spread-plans.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { loadByDate } from '#main/store/read/follow-ups.ts'
import { workCalendarOf } from '#main/commands/subjects.ts'

/** How far ahead existing plans are counted when the new ones are spread, in days. */
const loadHorizon = 120
/** A row with its ids and what the rules make of its grade, date and cadence. */
export interface Entry {
  readonly row: AcceptedRow
  readonly customerId: string
  readonly opportunityId: string
  readonly grade: string
  readonly expectedPurchaseDate: BusinessDate | null
  readonly anchorOn: BusinessDate
  readonly lastContactOn: BusinessDate | null
}

const remembered = <Value>(work: (key: string) => Value): ((key: string) => Value) => {
  const known = new Map<string, Value>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const value = work(key)
    known.set(key, value)
    return value
  }
}

/** What the rules say, asked once for each grade and date: a ledger of a hundred thousand rows knows few of them. */
export interface Rules {
  readonly coldest: string
  readonly gradeFor: (expected: BusinessDate) => string | undefined
  readonly dateFor: (grade: string) => BusinessDate | undefined
  /** The limit of a cadence that opens on that day. */
  readonly limitFrom: (anchorOn: BusinessDate, grade: string) => BusinessDate
}
/** The rules of today. */
export function rulesOf({ policy, today }: Context): Rules {
  const limits = remembered((grade) =>
    remembered((on) => limitOf({ ...openingCadence(on as BusinessDate), grade }, policy).limit),
  )
  return {
    coldest: gradesInOrder(policy).at(-1)?.code ?? '',
    gradeFor: remembered((expected) => gradeForDate(expected as BusinessDate, policy, today)),
    dateFor: remembered((grade) => proposeDateForGrade(grade, policy, today)),
    limitFrom: (anchorOn, grade) => limits(grade)(anchorOn),
  }
}

/** the grade follows from the date where the ledger has none, and the date from the grade. */
export function readEntry(row: AcceptedRow, rules: Rules, { today, newId }: Context): Entry {
  const expected = row.opportunity.expectedPurchaseDate
  const grade = row.opportunity.grade ?? (expected ? rules.gradeFor(expected) : undefined) ?? rules.coldest
  const reached = row.followUps
    .filter(({ result }) => result === 'reached')
    .map(({ contactedOn }) => contactedOn)
  const [first, ...others] = reached
  const lastContactOn = first ? latest(first, ...others) : null
  const opened = row.openedOn ?? today
  return {
    row,
    customerId: newId(),
    opportunityId: newId(),
    grade,
    expectedPurchaseDate: expected ?? rules.dateFor(grade) ?? null,
    anchorOn: lastContactOn ? latest(lastContactOn, opened) : opened,
    lastContactOn,
  }
}

/** one plan for each, per consultant, spread over the days to come. */
export function spread(store: ReadableStore, context: Context, rules: Rules, entries: readonly Entry[]) {
  const { policy, today } = context
  const byOwner = Map.groupBy(entries, ({ row }) => row.ownerId)
  const spreadById = new Map<string, { readonly on: BusinessDate; readonly limit: BusinessDate }>()
  for (const [ownerId, own] of byOwner) {
    const calendar = workCalendarOf(store, context, ownerId)
    const wanted = own.map(({ opportunityId: id, grade, anchorOn }): PlanToSpread => ({
      id,
      grade,
      limit: rules.limitFrom(anchorOn, grade),
    }))
    const load = loadByDate(store, ownerId, today, addDays(today, loadHorizon))
    for (const plan of spreadPlans(wanted, { calendar, loadByDate: load }, policy, today))
      spreadById.set(plan.id, plan)
  }
  return spreadById
}
