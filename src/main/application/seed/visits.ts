import type { VisitKind } from '#shared/domain/codes.ts'
import { addDays, daysBetween, type BusinessDate } from '#shared/time/business-date.ts'
import { judgeUncardedVisit } from '#main/rules/judge/uncarded-visit.ts'
import type { NewVisit } from '#main/store/rows.ts'
import { raise, rollMinute, type Consultant, type Day, type Deal, type World } from './world.ts'
import { callers, models } from './words.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
/** The last minute of a day on which somebody may still be written down. */
const lastMinute = 23 * 60 + 59

/** How long people stay, in minutes. */
const stays: Readonly<Record<VisitKind, readonly [number, number]>> = { walk_in: [20, 110], call_in: [3, 12] }

type Visitor = Pick<NewVisit, 'kind' | 'callerName'> & Partial<NewVisit>

/** A line of the register of somebody who was here at that moment and has left since. */
function addVisit(world: World, consultant: Consultant, day: Day, at: number, visitor: Visitor): NewVisit {
  const { random, newId } = world.visitors
  const kind = visitor.kind ?? 'walk_in'
  const arrived = Math.floor((at - day.at(0)) / minuteMs)
  const [least, most] = stays[kind]
  const row: NewVisit = {
    visitId: newId(at),
    visitedOn: day.on,
    consultantId: consultant.staffId,
    customerId: null,
    model: null,
    withIntent: true,
    registeredAt: at,
    registeredBy: world.deskId,
    occasion: 'first',
    assignedBy: 'rotation',
    partySize:
      kind === 'call_in'
        ? 1
        : random.weighted([
            [1, 4],
            [2, 6],
            [3, 3],
            [4, 1],
          ] as const),
    arrivedTime: timeOf(arrived),
    leftTime: timeOf(Math.min(lastMinute, arrived + random.between(least, most))),
    ...visitor,
  }
  world.book.visits.push(row)
  return row
}

/** How many first visits end in the car. */
const testDriveRate = 0.3
/** How many order on the spot. */
const onSpotRate = 0.16

/** 试驾 with the number of its agreement, counted through the store's history. */
function addTestDrive(
  world: World,
  deal: Deal,
  at: number,
  on: BusinessDate,
  visitId: string | null,
): string {
  const { row, customer, consultant } = deal
  const agreementNumber = `SJ${on.replaceAll('-', '')}${String(world.book.testDrives.length + 1).padStart(5, '0')}`
  world.book.testDrives.push({
    testDriveId: world.visitors.newId(at),
    opportunityId: row.opportunityId,
    customerId: customer.customerId,
    visitId,
    drivenOn: on,
    model: row.model,
    agreementNumber,
    staffId: consultant.staffId,
    recordedAt: at,
  })
  return agreementNumber
}

/**
 * The visit that brought a customer; `isLate` where its card was made a day later. Says whether he orders on the
 * spot.
 */
export function noteFirstVisit(world: World, deal: Deal, day: Day, at: number, isLate: boolean): boolean {
  const { calendar } = world
  const { customer, row, consultant } = deal
  const { source, ownerId } = customer
  if ((source !== 'walk_in' && source !== 'call_in') || ownerId === null) return false
  const visitedOn = isLate ? calendar.previousOpen(addDays(day.on, -1)) : day.on
  // The desk wrote him down when he was here; only his card came later.
  const came = at - daysBetween(visitedOn, day.on) * dayMs
  const drives = source === 'walk_in' && world.visitors.random.chance(testDriveRate)
  const orders = source === 'walk_in' && world.visitors.random.chance(onSpotRate)
  const visit = addVisit(world, consultant, day, at, {
    visitedOn,
    registeredAt: came,
    kind: source,
    callerName: customer.name,
    phone: customer.mobile,
    plate: customer.plate,
    customerId: customer.customerId,
    opportunityId: row.opportunityId,
    model: row.model,
    grade: row.grade,
    cardedOn: day.on,
    cardedAt: at,
    testDrive: drives,
    orderedOnSpot: orders,
  })
  if (drives) visit.agreementNumber = addTestDrive(world, deal, at, visitedOn, visit.visitId)
  // This morning, when the day before was judged, there was no card yet.
  const raised = judgeUncardedVisit(
    { visitId: visit.visitId, visitedOn, consultantId: ownerId },
    calendar,
    day.on,
  )
  if (raised) raise(world, day.at(rollMinute), [{ ...raised, customerId: null, opportunityId: null }])
  return orders
}

/** A customer who comes again: to look once more, or to drive. */
export function noteLaterVisit(world: World, deal: Deal, day: Day, at: number, drives: boolean): void {
  const { customer, row, consultant } = deal
  const visit = addVisit(world, consultant, day, at, {
    kind: 'walk_in',
    occasion: 'repeat',
    assignedBy: 'owner',
    callerName: customer.name,
    phone: customer.mobile,
    customerId: customer.customerId,
    opportunityId: row.opportunityId,
    model: row.model,
    grade: row.grade,
    testDrive: drives,
  })
  if (drives) visit.agreementNumber = addTestDrive(world, deal, at, day.on, visit.visitId)
}

/** Whoever came to look, asked for the way or rang up for a price, and means to buy nothing. */
export function notePassersBy(
  world: World,
  day: Day,
  minutes: { readonly from: number; readonly until: number; readonly count: number },
): void {
  const { random } = world.visitors
  const present = world.consultants.filter(({ calendar }) => calendar.isWorkingDay(day.on))
  if (present.length === 0) return
  for (let i = 0; i < minutes.count; i += 1) {
    const kind = random.chance(0.75) ? 'walk_in' : 'call_in'
    addVisit(world, random.pick(present), day, day.at(random.between(minutes.from, minutes.until)), {
      kind,
      callerName: random.chance(0.6) ? random.pick(callers) : null,
      model: random.chance(0.3) ? random.pick(models) : null,
      withIntent: false,
      phoneMissing: random.pick(['declined', 'in_a_hurry', 'just_looking', 'just_looking']),
    })
  }
}

/** Visits of the last day that nobody has made a card for yet. */
export function leaveUncarded(world: World, day: Day): void {
  const { random, consultants } = world
  for (let i = 0; i < 3; i += 1) {
    const consultant = random.pick(consultants)
    addVisit(world, consultant, day, day.at(16 * 60 + i), {
      kind: 'walk_in',
      callerName: random.pick(callers),
      model: random.pick(models),
    })
  }
}
