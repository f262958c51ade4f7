import { addDays, eachDate, isoWeekday, type BusinessDate } from '#shared/time/business-date.ts'
import { gradeOutOfStep } from '#main/rules/grade-for-date.ts'
import { makeContact } from './contact.ts'
import { rollDay } from './judge.ts'
import { registerCustomer, welcomeBack } from './register.ts'
import { allowBeyondLimit, decideLosses, deliver, instruct, postponeSilently } from './supervise.ts'
import { leaveUncarded, notePassersBy } from './visits.ts'
import type { Consultant, Day, Deal, World } from './world.ts'

const opensAt = 9 * 60 + 5
const closesAt = 18 * 60 + 25
const unansweredAtTheEnd = 4
/** How many look in, for each who becomes a customer. */
const passersByRate = 0.4

/** How many customers come on each date: more at the weekend, none on closed dates, and all of them in the end. */
export function arrivals(
  world: World,
  dates: readonly BusinessDate[],
  customers: number,
): Map<BusinessDate, number> {
  const { random, calendar } = world
  const weights = dates.map((date) => {
    if (!calendar.isOpen(date)) return 0
    return (isoWeekday(date) >= 6 ? 1.7 : 1) * (0.7 + random.next() * 0.6)
  })
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let before = 0
  let given = 0
  return new Map(
    dates.map((date, i) => {
      before += weights[i] ?? 0
      const until = total === 0 ? 0 : Math.round((before / total) * customers)
      const count = until - given
      given = until
      return [date, count]
    }),
  )
}

/** What a consultant does with one of his deals on a day, if anything. */
function workOn(world: World, deal: Deal, day: Day, at: number): boolean {
  const { random, policy } = world
  const { plan, row, consultant } = deal
  if (!plan) return false
  if (deal.unrecordedOn !== null) {
    const contactedOn = deal.unrecordedOn
    deal.unrecordedOn = null
    makeContact(world, deal, day, at, contactedOn)
    return true
  }
  if (plan.dueOn < day.on) {
    if (!random.chance(0.65)) return false
  } else if (plan.dueOn === day.on) {
    // The last days are fresh in the memory: what lies about on the present day comes from them.
    const rush = day.on > addDays(world.lastOn, -3) ? 2 : 1
    if (random.chance(consultant.missRate * rush)) {
      if (random.chance(0.12) && row.openedOn < day.on) deal.unrecordedOn = day.on
      return false
    }
  } else {
    const expected = row.expectedPurchaseDate
    if (expected !== null && expected < day.on && random.chance(0.03)) {
      postponeSilently(world, deal, day, at)
      return false
    }
    const due = expected !== null && expected <= addDays(day.on, 3)
    const drifted = !due && gradeOutOfStep(row, policy, day.on) !== undefined
    if (!random.chance(due ? 0.8 : drifted ? 0.2 : 0.008) || row.lastAttemptOn === day.on) {
      if (random.chance(0.0005)) allowBeyondLimit(world, deal, day, at)
      return false
    }
  }
  makeContact(world, deal, day, at, day.on)
  return true
}

function workDay(world: World, consultant: Consultant, day: Day): void {
  const { random } = world
  let minute = opensAt
  const step = Math.max(1, Math.floor((closesAt - opensAt) / (consultant.deals.size + 5)))
  // A deal that ends takes itself out of the set meanwhile, which a set allows.
  for (const deal of consultant.deals) {
    const at = day.at(minute) + random.between(0, 59_999)
    if (workOn(world, deal, day, at)) minute = Math.min(closesAt, minute + random.between(step, step * 3))
  }
}

/** Who receives the next one: in turn, of those on duty. */
function makeRotation(world: World): (on: BusinessDate) => Consultant {
  let turn = 0
  return (on) => {
    const { consultants } = world
    for (let tries = 0; tries < consultants.length; tries += 1) {
      turn = (turn + 1) % consultants.length
      const next = consultants[turn]
      if (next?.calendar.isWorkingDay(on)) return next
    }
    return world.random.pick(consultants)
  }
}

function receive(
  world: World,
  day: Day,
  count: number,
  first: number,
  next: (on: BusinessDate) => Consultant,
): void {
  const { random } = world
  const minutes = Array.from({ length: count }, () => random.between(opensAt, closesAt)).sort((a, b) => a - b)
  for (const [i, minute] of minutes.entries()) {
    registerCustomer(world, next(day.on), day, day.at(minute) + i, first + i)
    if (random.chance(0.05)) welcomeBack(world, day, day.at(minute) + i + 30_000)
  }
}

/** The history of a store, day by day, by chance and by the product's own rules; all of it ends up in the book. */
export function simulate(
  world: World,
  span: { readonly from: BusinessDate; readonly customers: number },
  dayOf: (on: BusinessDate) => Day,
): void {
  const { random, calendar, lastOn } = world
  const dates = eachDate(span.from, lastOn)
  const expected = arrivals(world, dates, span.customers)
  const next = makeRotation(world)
  let registered = 0
  for (const on of dates) {
    if (!calendar.isOpen(on)) continue
    const day = dayOf(on)
    rollDay(world, day)
    deliver(world, day)
    decideLosses(world, day)
    for (const consultant of world.consultants)
      if (consultant.calendar.isWorkingDay(on)) workDay(world, consultant, day)
    const count = expected.get(on) ?? 0
    receive(world, day, count, registered, next)
    registered += count
    const passing = Math.ceil(count * passersByRate)
    notePassersBy(world, day, { from: opensAt, until: closesAt, count: passing })
    if (random.chance(0.45)) instruct(world, day)
    if (on !== lastOn) continue
    for (let i = 0; i < unansweredAtTheEnd; i += 1) instruct(world, day)
    leaveUncarded(world, day)
  }
}
