import type { Desk, RotationEventKind } from '#shared/domain/codes.ts'
import { monthOf } from '#shared/time/business-date.ts'
import { makeWorkCalendar } from '#shared/time/store-calendar.ts'
import type { Context } from '#main/calls/context.ts'
import { shieldsOf } from '#main/rules/leave-shield.ts'
import { hindrancesOf, type RotationFacts, type RotationTerms, type Standing } from '#main/rules/rotation.ts'
import { countOverdue, lastPassed, type ToClear } from '#main/rules/rotation-clearance.ts'
import { monthBefore } from '#main/rules/rotation-conversion.ts'
import { orderOf, type Order } from '#main/rules/rotation-order.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import {
  countUncardedOf,
  listDuePlansOf,
  listEvents,
  listLeavesOf,
  listPlaces,
  listReceivedOf,
  listVisitsToday,
  type Place,
  type RotationEvent,
  type VisitToday,
} from '#main/store/read/rotation.ts'
import { listStaff } from '#main/store/read/staff.ts'
import { listSuspensionsBetween } from '#main/store/read/suspensions.ts'
import type { StaffRow } from '#main/store/rows.ts'

/** What the policy in force says of the rotation of a desk. */
export const termsOf = ({ policy, today }: Context, desk: Desk): RotationTerms => ({
  desk,
  today,
  clearToGreet: policy.switches.clearToGreet,
  minConversionPercent: policy.thresholds.rotationMinConversionPercent,
  minVisits: policy.thresholds.rotationMinVisits,
})

/** Who stands in the rotation of a desk: the active consultants who take visits, or leads. */
export const isOnDesk = ({ role, status, takesVisits, takesLeads }: StaffRow, desk: Desk): boolean =>
  role === 'consultant' && status === 'active' && (desk === 'leads' ? takesLeads : takesVisits)

/** The order as it stands, with the rows behind it: whoever is new has no row yet. */
export interface OrderNow {
  readonly order: Order
  readonly staff: ReadonlyMap<string, StaffRow>
  readonly places: ReadonlyMap<string, Place>
}
export function loadOrder(store: ReadableStore, desk: Desk): OrderNow {
  const people = listStaff(store).filter((each) => isOnDesk(each, desk))
  const places = new Map(listPlaces(store, desk).map((each) => [each.staffId, each]))
  const ranks = new Map([...places].map(([staffId, { rank }]) => [staffId, rank]))
  return {
    order: orderOf(ranks, people),
    staff: new Map(people.map((each) => [each.staffId, each])),
    places,
  }
}

/** What each of some people has to clear; whoever has nothing is not named. */
export function loadToClear(
  store: ReadableStore,
  { today, calendar }: Context,
  people: readonly StaffRow[],
): ReadonlyMap<string, ToClear> {
  const staffIds = people.map(({ staffId }) => staffId)
  const passed = lastPassed(today, calendar)
  const due = Map.groupBy(listDuePlansOf(store, staffIds, passed), ({ staffId }) => staffId)
  const leaves = Map.groupBy(listLeavesOf(store, [...due.keys()]), ({ staffId }) => staffId)
  const uncarded = countUncardedOf(store, staffIds, today)
  const found = new Map<string, ToClear>()
  for (const { staffId, restWeekdays } of people) {
    const work = makeWorkCalendar(calendar, { restWeekdays, leaves: leaves.get(staffId) ?? [] })
    const overduePlans = countOverdue(due.get(staffId) ?? [], shieldsOf(work), passed)
    const uncardedVisits = uncarded.get(staffId) ?? 0
    if (overduePlans + uncardedVisits > 0) found.set(staffId, { overduePlans, uncardedVisits })
  }
  return found
}

const nothingToClear: ToClear = { overduePlans: 0, uncardedVisits: 0 }
const nothingReceived = { visits: 0, orders: 0 }

/** Somebody of the order, with everything that the board shows of him. */
export interface StandingNow extends Standing {
  readonly facts: RotationFacts
}
export interface RotationNow extends OrderNow {
  readonly standings: readonly StandingNow[]
  readonly visits: readonly VisitToday[]
  readonly events: readonly RotationEvent[]
}

const usesSkips = new Set<RotationEventKind>(['greeted', 'took_lead', 'by_hand', 'skipped'])

/** The reasons with which the desk passes over somebody next: each holds until the next turn of the day. */
function skipsOf(events: readonly RotationEvent[]): ReadonlyMap<string, string> {
  const skips = new Map<string, string>()
  for (const { kind, staffId, visitId, leadId, note } of events) {
    const byHand = visitId === null && leadId === null
    if (kind === 'skipped' && byHand) skips.set(staffId, note ?? '')
    else if (!byHand && usesSkips.has(kind)) skips.clear()
  }
  return skips
}

/** What bears on some people at this moment. */
function loadFacts(
  store: ReadableStore,
  context: Context,
  {
    people,
    places,
    visits,
    events,
  }: {
    readonly people: readonly StaffRow[]
    readonly places: ReadonlyMap<string, Place>
    readonly visits: readonly VisitToday[]
    readonly events: readonly RotationEvent[]
  },
): readonly RotationFacts[] {
  const { today, calendar } = context
  const staffIds = people.map(({ staffId }) => staffId)
  const toClear = loadToClear(store, context, people)
  const received = listReceivedOf(store, staffIds, monthBefore(today))
  const leaves = new Map(
    listLeavesOf(store, staffIds)
      .filter(({ from, until }) => from <= today && today <= until)
      .map(({ staffId, until }) => [staffId, until]),
  )
  const suspended = new Map(
    listSuspensionsBetween(store, today, today).map(({ staffId, until }) => [staffId, until]),
  )
  const skips = skipsOf(events)
  const storeIsClosed = !calendar.isOpen(today)
  return people.map(({ staffId, name, status, restWeekdays }) => {
    const place = places.get(staffId)
    const { visits: count, orders } = received.get(staffId) ?? nothingReceived
    return {
      staffId,
      name,
      isActive: status === 'active',
      restsToday: makeWorkCalendar(calendar, { restWeekdays, leaves: [] }).isRestDay(today),
      storeIsClosed,
      onLeaveUntil: leaves.get(staffId) ?? null,
      suspendedUntil: suspended.get(staffId) ?? null,
      withCustomerSince:
        visits.find(({ consultantId, isHere }) => isHere === 1 && consultantId === staffId)?.since ?? null,
      toClear: toClear.get(staffId) ?? nothingToClear,
      letThroughOn: place?.letThroughOn ?? null,
      lastMonth: { visits: count, orders },
      restoredFor: place?.restoredFor ?? null,
      skippedBecause: skips.get(staffId) ?? null,
    }
  })
}

/** The rotation of a desk as it stands now, in a handful of readings whatever the number of people (R-11.3 … ). */
export function loadRotation(store: ReadableStore, context: Context, desk: Desk): RotationNow {
  const now = loadOrder(store, desk)
  const visits = listVisitsToday(store, context.today)
  const events = listEvents(store, desk, context.today)
  const people = now.order.flatMap((staffId) => now.staff.get(staffId) ?? [])
  const facts = loadFacts(store, context, { people, places: now.places, visits, events })
  const terms = termsOf(context, desk)
  const standings = facts.map((each) => ({
    staffId: each.staffId,
    name: each.name,
    hindrances: hindrancesOf(each, terms),
    facts: each,
  }))
  return { ...now, standings, visits, events }
}

/** Somebody who may stand at no desk, for whether he is here today. */
export function loadStanding(
  store: ReadableStore,
  context: Context,
  desk: Desk,
  staff: StaffRow,
): StandingNow {
  const { today } = context
  const [facts] = loadFacts(store, context, {
    people: [staff],
    places: new Map(listPlaces(store, desk).map((each) => [each.staffId, each])),
    visits: listVisitsToday(store, today),
    events: listEvents(store, desk, today),
  })
  if (!facts) throw new Error('a person without facts')
  return {
    staffId: staff.staffId,
    name: staff.name,
    hindrances: hindrancesOf(facts, termsOf(context, desk)),
    facts,
  }
}

/** The month for which somebody is restored. */
export const thisMonth = ({ today }: Context): string => monthOf(today)
