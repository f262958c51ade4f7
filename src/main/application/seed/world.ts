import { gradesInOrder } from '#shared/policy/grades.ts'
import type { Policy } from '#shared/policy/policy.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { LeaveSpan, StoreCalendar, WorkCalendar } from '#shared/time/store-calendar.ts'
import type { Shield } from '#main/rules/judge/judged-opportunity.ts'
import type { DateMove } from '#main/rules/judge/unrealistic-postponement.ts'
import type {
  CustomerRow,
  FollowUpRow,
  NewInstruction,
  LossRow,
  OpportunityChangeRow,
  OpportunityRow,
  OwnerRow,
  PlanRow,
  NewVisit,
  TestDriveRow,
} from '#main/store/rows.ts'
import type { Raised } from '#main/store/write/violations.ts'
import type { Random } from './random.ts'

/** A consultant at work. */
export interface Consultant {
  readonly staffId: string
  readonly managerId: string
  readonly calendar: WorkCalendar
  readonly leaves: readonly LeaveSpan[]
  /** How many open plans he has on each date. */
  readonly load: Map<BusinessDate, number>
  readonly deals: Set<Deal>
  /** How likely he leaves undone what is due. */
  readonly missRate: number
}

/** One opportunity as its history unfolds; the rows are what will be written of it. */
export interface Deal {
  readonly consultant: Consultant
  readonly customer: CustomerRow
  readonly row: OpportunityRow
  plan: PlanRow | null
  readonly moves: DateMove[]
  effectiveOn: BusinessDate | null
  loss: LossRow | null
  reopened: Shield | null
  /** A contact made on that date and not yet written down. */
  unrecordedOn: BusinessDate | null
  deliverOn: BusinessDate | null
}

/** Everything that has been written so far, in the order of the days. */
export interface Book {
  readonly customers: CustomerRow[]
  readonly owners: OwnerRow[]
  readonly opportunities: OpportunityRow[]
  readonly changes: OpportunityChangeRow[]
  readonly plans: PlanRow[]
  readonly followUps: FollowUpRow[]
  readonly losses: LossRow[]
  readonly violations: (Raised & { readonly raisedAt: Instant })[]
  readonly visits: NewVisit[]
  readonly testDrives: TestDriveRow[]
  readonly instructions: NewInstruction[]
}

export const emptyBook = (): Book => ({
  customers: [],
  owners: [],
  opportunities: [],
  changes: [],
  plans: [],
  followUps: [],
  losses: [],
  violations: [],
  visits: [],
  testDrives: [],
  instructions: [],
})

export interface World {
  readonly random: Random
  readonly newId: (at: Instant) => string
  /** Chance and ids of their own for who comes and goes, so that the history of customers does not hang on them. */
  readonly visitors: { readonly random: Random; readonly newId: (at: Instant) => string }
  readonly deskId: string | null
  readonly policy: Policy
  readonly calendar: StoreCalendar
  readonly consultants: readonly Consultant[]
  readonly book: Book
  readonly open: Set<Deal>
  /** Losses that wait for a decision. */
  readonly waiting: Set<Deal>
  readonly ordered: Set<Deal>
  /** Lost or delivered long enough ago that the customer may come again. */
  readonly ended: Deal[]
  readonly raised: Set<string>
  /** Episodes in which an overdue follow-up has been raised. */
  readonly overdueEpisodes: Set<string>
  /** How likely a conversation is the last one: the more come in, the faster a book turns over. */
  readonly endRate: number
  readonly lastOn: BusinessDate
}

/** One open date of the history. */
export interface Day {
  readonly on: BusinessDate
  /** The moment that many minutes after midnight. */
  readonly at: (minute: number) => Instant
}

/** When a day is rolled: half past eight, when the first computer is switched on. */
export const rollMinute = 8 * 60 + 30

/** Where a grade stands between the hottest, 0, and the coldest, 1. */
export function coldness(policy: Policy, grade: string): number {
  const grades = gradesInOrder(policy)
  const place = grades.findIndex(({ code }) => code === grade)
  return place <= 0 ? 0 : place / Math.max(1, grades.length - 1)
}

/** Writes a plan into the owner's list. */
export function addPlan(
  world: World,
  deal: Deal,
  plan: Pick<PlanRow, 'dueOn' | 'dueTime' | 'channel' | 'purpose' | 'madeOn' | 'madeAt' | 'madeBy'>,
): void {
  const { consultant, customer, row } = deal
  const made: PlanRow = {
    leaveId: null,
    dueAnewOn: null,
    ...plan,
    planId: world.newId(plan.madeAt),
    opportunityId: row.opportunityId,
    customerId: customer.customerId,
    assigneeId: consultant.staffId,
    status: 'open',
    beyondLimitReason: null,
    endedOn: null,
    followUpId: null,
    importBatchId: null,
  }
  world.book.plans.push(made)
  consultant.load.set(made.dueOn, (consultant.load.get(made.dueOn) ?? 0) + 1)
  deal.plan = made
}

/** Ends the open plan of a deal. */
export function endPlan(deal: Deal, end: Pick<PlanRow, 'status' | 'endedOn' | 'followUpId'>): void {
  const { plan, consultant } = deal
  if (!plan) return
  Object.assign(plan, end)
  consultant.load.set(plan.dueOn, (consultant.load.get(plan.dueOn) ?? 1) - 1)
  deal.plan = null
}

/** Raises what is new of these. */
export function raise(world: World, at: Instant, found: readonly Raised[]): void {
  for (const each of found) {
    if (world.raised.has(each.identity)) continue
    world.raised.add(each.identity)
    world.book.violations.push({ ...each, raisedAt: at })
  }
}
