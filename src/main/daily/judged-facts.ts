import type { Policy } from '#shared/policy/policy.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { businessDateAt } from '#shared/time/instant.ts'
import { makeWorkCalendar, type StoreCalendar, type WorkCalendar } from '#shared/time/store-calendar.ts'
import type { Context } from '#main/calls/context.ts'
import { judgedLimit, type JudgedOpportunity, type Shield } from '#main/rules/judge/judged-opportunity.ts'
import { shieldsOf } from '#main/rules/leave-shield.ts'
import { planAfterRefusedLoss } from '#main/rules/opportunity-end.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { listFallenDue, listRefusedLosses, type JudgedRow } from '#main/store/read/judging.ts'
import { confirmedLeaves, listStaff } from '#main/store/read/staff.ts'

type Around = Pick<Context, 'calendar' | 'store'>

const beginningOfTime = '1900-01-01'

/** The working days of each consultant, all his confirmed leaves included. */
function workCalendars(store: ReadableStore, { calendar }: Around): ReadonlyMap<string, Working> {
  return new Map(
    listStaff(store).map(({ staffId, restWeekdays }) => {
      const leaves = confirmedLeaves(store, staffId, beginningOfTime)
      const work = makeWorkCalendar(calendar, { restWeekdays, leaves })
      return [staffId, { calendar: work, shields: shieldsOf(work) }]
    }),
  )
}

/** A consultant's days, and what of them his leaves shield. */
interface Working {
  readonly calendar: WorkCalendar
  readonly shields: readonly Shield[]
}

/** The shields that can still bear on what fell due on the earliest of some dates or later. */
const shieldsFrom = (
  shields: readonly Shield[],
  limitOn: BusinessDate,
  dueOn: BusinessDate | null,
): readonly Shield[] => {
  const first = dueOn !== null && dueOn < limitOn ? dueOn : limitOn
  return shields.filter(({ until }) => until > first)
}

function factsOf(row: JudgedRow, work: Working | undefined, reopened: Shield | undefined): JudgedOpportunity {
  const { planId, dueOn, dueAnewOn, allowed, limitOn, ...facts } = row
  return {
    ...facts,
    status: 'open',
    plan:
      planId !== null && dueOn !== null
        ? { planId, dueOn, dueAnewOn, allowedBeyondLimit: allowed === 1 }
        : null,
    limitOn,
    shields: shieldsFrom(work?.shields ?? [], limitOn, dueOn),
    reopened: reopened ?? null,
  }
}

/** By opportunity: the days that its last refused loss waited, until the date for which it reopened. */
function reopenedOf(
  store: ReadableStore,
  work: ReadonlyMap<string, Working>,
  ownerOf: ReadonlyMap<string, string>,
  { store: { zone } }: Around,
): ReadonlyMap<string, Shield> {
  const found = new Map<string, Shield>()
  for (const { opportunityId, appliedOn, decidedAt } of listRefusedLosses(store)) {
    const his = work.get(ownerOf.get(opportunityId) ?? '')
    if (!his) continue
    const { on } = planAfterRefusedLoss(his.calendar, businessDateAt(decidedAt, zone))
    found.set(opportunityId, { from: appliedOn, until: on })
  }
  return found
}

/**
 * Facts by the open date on whose end something of theirs falls due. Between two rolls of facts that stay as
 * they are, nothing new can stand against any others.
 */
export function byDateDue(
  facts: readonly JudgedOpportunity[],
  calendar: StoreCalendar,
  policy: Policy,
): ReadonlyMap<BusinessDate, ReadonlySet<JudgedOpportunity>> {
  const found = new Map<BusinessDate, Set<JudgedOpportunity>>()
  for (const each of facts) {
    const { plan, expectedPurchaseDate, planMissingSince, shields = [], reopened } = each
    const limit = judgedLimit(each, policy)
    const ends = shields.map(({ until }) => until)
    const dates = [plan?.dueOn, limit, expectedPurchaseDate, planMissingSince, ...ends, reopened?.until]
    for (const date of dates) {
      if (!date) continue
      const due = calendar.nextOpen(date)
      const there = found.get(due)
      if (there) there.add(each)
      else found.set(due, new Set([each]))
    }
  }
  return found
}

/** What can be at fault on a date, as facts for the rules: everything open of which something fell due before it. */
export function listJudged(store: ReadableStore, around: Around, before: BusinessDate): JudgedOpportunity[] {
  const rows = listFallenDue(store, before)
  const work = workCalendars(store, around)
  const ownerOf = new Map(rows.map((row) => [row.opportunityId, row.ownerId]))
  const reopened = reopenedOf(store, work, ownerOf, around)
  return rows.map((row) => factsOf(row, work.get(row.ownerId), reopened.get(row.opportunityId)))
}
