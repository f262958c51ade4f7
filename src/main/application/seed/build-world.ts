import type { Policy } from '#shared/policy/policy.ts'
import { addDays, daysBetween, isoWeekday, type BusinessDate } from '#shared/time/business-date.ts'
import { makeStoreCalendar, makeWorkCalendar, type LeaveSpan } from '#shared/time/store-calendar.ts'
import type { NewLeave, StaffRow } from '#main/store/rows.ts'
import type { Instant } from '#shared/time/instant.ts'
import { closedDatesBetween } from './calendar.ts'
import { seedPeople } from './people.ts'
import type { Random } from './random.ts'
import { emptyBook, type Consultant, type World } from './world.ts'

export interface Span {
  readonly from: BusinessDate
  readonly lastOn: BusinessDate
  readonly customers: number
}

/** What is set before the first day: who works here, when they are away, and when the store is closed. */
export interface Setting {
  readonly staff: readonly StaffRow[]
  readonly leaves: readonly NewLeave[]
  readonly closedDates: readonly BusinessDate[]
}

/** How far after the history the calendar is known. */
const calendarAhead = 400
/** What a consultant can see to on a day; a fuller book has to turn over faster. */
const contactsADay = 25

/** Who takes the leads from phone and web besides. */
const leadLogins: readonly string[] = ['consultant6', 'consultant12']

const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))

/** The staff with the rest days of the consultants, one in the week; nobody rests on the day after the history. */
function makeStaff(newId: () => string, presentOn: BusinessDate): StaffRow[] {
  const ids = new Map(seedPeople.map(({ login }) => [login, newId()]))
  const restDays = [1, 2, 3, 4, 5].filter((weekday) => weekday !== isoWeekday(presentOn))
  return seedPeople.map(({ login, name, role, managedBy }, i) => ({
    staffId: ids.get(login) ?? '',
    name,
    login,
    role,
    status: 'active',
    managerId: managedBy ? (ids.get(managedBy) ?? null) : null,
    restWeekdays: role === 'consultant' ? [restDays[i % restDays.length] ?? 1] : [],
    takesVisits: role === 'consultant',
    takesLeads: leadLogins.includes(login),
    version: 1,
  }))
}

/** Confirmed leaves: a few days every ten weeks or so, and for some one that is still to come. */
function makeLeaves(
  random: Random,
  newId: () => string,
  staff: readonly StaffRow[],
  span: Span,
  confirmedAt: Instant,
): NewLeave[] {
  return staff
    .filter(({ role }) => role === 'consultant')
    .flatMap(({ staffId }, i) => {
      const leaves: NewLeave[] = []
      const add = (fromOn: BusinessDate) => {
        const untilOn = addDays(fromOn, random.between(1, 3))
        const kind = random.weighted([
          ['vacation', 6],
          ['training', 3],
          ['other', 1],
        ] as const)
        // One to come is only asked for yet: its handoff is still to be done.
        const isPast = fromOn <= span.lastOn
        leaves.push({ leaveId: newId(), staffId, fromOn, untilOn, kind, ...(isPast ? { confirmedAt } : {}) })
      }
      let on = addDays(span.from, random.between(20, 90))
      while (on < addDays(span.lastOn, -5)) {
        add(on)
        on = addDays(on, random.between(50, 100))
      }
      if (i % 5 === 2) add(addDays(span.lastOn, random.between(6, 12)))
      return leaves
    })
}

/** The consultant whose list of a day shows most of what a list can show. */
export function liveliest({ consultants }: World, on: BusinessDate): Consultant | undefined {
  const interest = ({ deals }: Consultant) => {
    const plans = [...deals].flatMap(({ plan }) => (plan ? [plan] : []))
    const overdue = plans.filter(({ dueOn }) => dueOn < on).length
    const due = plans.filter(({ dueOn }) => dueOn === on)
    const appointed = due.filter(({ dueTime }) => dueTime !== null).length
    return Math.min(overdue, 3) * 3 + Math.min(appointed, 3) * 4 + Math.min(due.length, 8)
  }
  return [...consultants].sort((a, b) => interest(b) - interest(a))[0]
}

/** Puts a store together as it stands before its first day. */
export function buildWorld(
  around: {
    readonly random: Random
    readonly newId: (at: Instant) => string
    readonly visitors: World['visitors']
    readonly policy: Policy
    readonly before: Instant
  },
  span: Span,
): { readonly world: World; readonly setting: Setting } {
  const { random, newId, visitors, policy, before } = around
  const makeId = () => newId(before)
  const closedDates = closedDatesBetween(span.from, addDays(span.lastOn, calendarAhead))
  const calendar = makeStoreCalendar(closedDates)
  const staff = makeStaff(makeId, addDays(span.lastOn, 1))
  const leaves = makeLeaves(random, makeId, staff, span, before)

  const sellers = staff.filter(({ role }) => role === 'consultant')
  const inflow = span.customers / (daysBetween(span.from, span.lastOn) + 1) / sellers.length
  const endRate = within(inflow / contactsADay, 0.055, 0.4)
  const missRate = within((1.1 * endRate) / inflow, 0.025, 0.11)
  const consultants = sellers.map(({ staffId, managerId, restWeekdays }): Consultant => {
    const own: LeaveSpan[] = leaves
      .filter((leave) => leave.staffId === staffId)
      .map(({ fromOn, untilOn }) => ({ from: fromOn, until: untilOn }))
    return {
      staffId,
      managerId: managerId ?? staffId,
      leaves: own,
      calendar: makeWorkCalendar(calendar, { restWeekdays, leaves: own }),
      load: new Map(),
      deals: new Set(),
      missRate: missRate * (0.5 + random.next() * 1.3),
    }
  })
  const world: World = {
    random,
    newId,
    visitors,
    deskId: staff.find(({ role }) => role === 'front_desk')?.staffId ?? null,
    policy,
    calendar,
    consultants,
    book: emptyBook(),
    open: new Set(),
    waiting: new Set(),
    ordered: new Set(),
    ended: [],
    raised: new Set(),
    overdueEpisodes: new Set(),
    endRate,
    lastOn: span.lastOn,
  }
  return { world, setting: { staff, leaves, closedDates } }
}
