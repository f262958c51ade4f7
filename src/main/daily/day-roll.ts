import { eachDate, type BusinessDate } from '#shared/time/business-date.ts'
import type { StoreCalendar } from '#shared/time/store-calendar.ts'
import type { Context, HandlersOf } from '#main/calls/context.ts'
import { datesToRoll } from '#main/rules/dates-to-roll.ts'
import type { AlreadyRaised, JudgedOpportunity } from '#main/rules/judge/judged-opportunity.ts'
import { judgeOpenDate } from '#main/rules/judge/judge-open-date.ts'
import { judgeUncardedVisit } from '#main/rules/judge/uncarded-visit.ts'
import type { ReadableStore, WritableStore } from '#main/store/handle.ts'
import { listUncardedBefore } from '#main/store/read/judging.ts'
import {
  firstAnswerableDate,
  getClockState,
  getStore,
  policyOn,
  type PolicyInForce,
} from '#main/store/read/store.ts'
import { isOverdueRaised } from '#main/store/read/violations.ts'
import { setLastRolled, setUnreported } from '#main/store/write/store.ts'
import { raiseViolations, type Raised } from '#main/store/write/violations.ts'
import { applyPolicy, isPolicyDue, policiesDue } from './apply-policy.ts'
import { byDateDue, listJudged } from './judged-facts.ts'
import { markMissed } from './mark-missed.ts'
import { raiseLeadExceptions } from './raise-lead-exceptions.ts'
import { returnCovered } from './return-covered.ts'
import { checkLedger } from './penalty-check.ts'

export interface Rolled {
  readonly rolledDates: BusinessDate[]
  readonly raised: number
}

/** Stores in which nobody can answer for anything yet, by the date on which that was found. */
const nothingYet = new WeakMap<ReadableStore, BusinessDate>()

/**
 * The dates whose roll has not run. An empty store has none. Before the first roll the whole book has to be
 * asked for its first date, which is why a book that began today is not asked again until tomorrow.
 */
export function datesDue(store: ReadableStore, today: BusinessDate, calendar: StoreCalendar): BusinessDate[] {
  const { lastRolledOn } = getStore(store)
  if (lastRolledOn !== null) return datesToRoll({ lastRolledOn, firstOn: lastRolledOn, today }, calendar)
  if (nothingYet.get(store) === today) return []
  const firstOn = firstAnswerableDate(store)
  if (firstOn === null) return []
  const dates = datesToRoll({ lastRolledOn, firstOn, today }, calendar)
  if (dates.length === 0) nothingYet.set(store, today)
  return dates
}

/** Whether the first moment of a date has something to do: dates to judge, or a policy that came into force. */
export const isRollDue = (store: ReadableStore, today: BusinessDate, calendar: StoreCalendar): boolean =>
  datesDue(store, today, calendar).length > 0 || isPolicyDue(store, today)

/** Everything new that stands on one date. */
function rollDate(
  store: WritableStore,
  context: Context,
  on: BusinessDate,
  { policy, version }: PolicyInForce,
  facts: Iterable<JudgedOpportunity>,
  visits: ReturnType<typeof listUncardedBefore>,
): number {
  const { calendar, now, newId } = context
  const already: AlreadyRaised = {
    // What is known already is left out where it is written.
    has: () => false,
    overdueInEpisode: (opportunityId, anchorOn) => isOverdueRaised(store, opportunityId, anchorOn),
  }
  const uncarded = visits.flatMap((visit): Raised[] => {
    const raised = judgeUncardedVisit(visit, calendar, on)
    return raised ? [{ ...raised, customerId: null, opportunityId: null }] : []
  })
  return raiseViolations(store, { raisedAt: now, policyVersion: version, newId }, [
    ...judgeOpenDate(facts, already, policy, calendar, on),
    ...uncarded,
  ])
}

/**
 * 日结: judges every open date whose roll has not run, in order, each as of the end of the day before it. Nothing
 * was written between them, or they would have been rolled then; so one reading of the book serves them all. A second
 * run finds nothing. What was found is kept for the first who asks with `dayRoll.run` until the next roll.
 */
export function rollDueDates(store: WritableStore, context: Context): Rolled {
  const rolledDates = datesDue(store, context.today, context.calendar)
  const versions = policiesDue(store, context.today)
  // What stood before the first date of a version is judged first, by the limits that held until then.
  const applyUpTo = (on: BusinessDate): boolean => {
    const due = versions.splice(0, versions.filter(({ effectiveFrom }) => effectiveFrom <= on).length)
    for (const version of due) applyPolicy(store, version, context)
    return due.length > 0
  }
  markMissed(store, context)
  const [first] = rolledDates
  const last = rolledDates.at(-1)
  if (!first || !last) {
    applyUpTo(context.today)
    return { rolledDates: [], raised: 0 }
  }
  let facts: JudgedOpportunity[] | undefined
  const visits = listUncardedBefore(store, last)
  let raised = 0
  let before:
    | { readonly version: number; readonly due: ReturnType<typeof byDateDue>; readonly on: BusinessDate }
    | undefined
  for (const on of rolledDates) {
    const moved = returnCovered(store, context, on) > 0
    // What a roll of this date would have moved is read again: then nothing of before can stand for it.
    if (applyUpTo(on) || moved) facts = before = undefined
    facts ??= listJudged(store, context, last)
    const inForce = policyOn(store, on)
    raiseLeadExceptions(store, context, inForce.policy, on)
    if (before?.version === inForce.version) {
      raised += rollDate(store, context, on, inForce, before.due.get(before.on) ?? [], visits)
      before = { ...before, on }
    } else {
      // The first roll finds what changed since the last one, and the first under another policy what that makes of it.
      raised += rollDate(store, context, on, inForce, facts, visits)
      before = { version: inForce.version, due: byDateDue(facts, context.calendar, inForce.policy), on }
    }
  }
  applyUpTo(context.today)
  setLastRolled(store, last)
  setUnreported(store, first, raised)
  checkLedger(store, context)
  return { rolledDates, raised }
}

export const dayRoll: HandlersOf<'dayRoll'> = {
  /** Rolls, and reports what was judged now, or by itself at the first moment of this date if nobody has asked yet. */
  run: (store, _input, context) => {
    rollDueDates(store, context)
    const { unreportedFrom, unreportedRaised } = getClockState(store)
    const { lastRolledOn } = getStore(store)
    if (unreportedFrom === null || lastRolledOn === null) return { rolledDates: [], raised: 0 }
    setUnreported(store, null, 0)
    return {
      rolledDates: eachDate(unreportedFrom, lastRolledOn).filter(context.calendar.isOpen),
      raised: unreportedRaised,
    }
  },
}
