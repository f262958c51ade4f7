import { monthOf } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { ReadableStore, WritableStore } from '#main/store/handle.ts'
import { inTransaction } from '#main/store/transaction.ts'
import { appendAudit } from '#main/store/write/audit.ts'
import { addCustomer, addOpportunity, addOpportunityChange, addOwner } from '#main/store/write/customers.ts'
import { addFollowUp, addLoss, addPlan } from '#main/store/write/follow-ups.ts'
import { addLeave, addStaff, setCredential } from '#main/store/write/staff.ts'
import { replaceClosedDates } from '#main/store/write/store.ts'
import { addInstruction } from '#main/store/write/supervision.ts'
import { addVisit } from '#main/store/write/visits.ts'
import { addTestDrive } from '#main/store/write/test-drives.ts'
import { raiseViolations } from '#main/store/write/violations.ts'
import type { Setting } from './build-world.ts'
import type { Book } from './world.ts'

/** One act of the seed: one transaction with one entry of the trail, which for many rows keeps counts and a digest. */
export function act(
  store: ReadableStore,
  at: Instant,
  what: string,
  work: (writable: WritableStore) => void,
): void {
  inTransaction(store, (writable) => {
    work(writable)
    appendAudit(writable, { at, clockSuspect: false, staffId: null, call: 'store.seed', reason: what })
  })
}

/** Writes who works here and when the store is closed. */
export function writeSetting(
  store: ReadableStore,
  at: Instant,
  { staff, leaves, closedDates }: Setting,
  hash: string,
): void {
  act(store, at, 'setting', (writable) => {
    // A manager before those he manages.
    const byRank = [...staff].sort((a, b) => Number(a.managerId !== null) - Number(b.managerId !== null))
    const written = new Set<string>()
    while (written.size < byRank.length) {
      for (const person of byRank) {
        if (written.has(person.staffId) || (person.managerId && !written.has(person.managerId))) continue
        written.add(person.staffId)
        addStaff(writable, person)
        setCredential(writable, { staffId: person.staffId, hash, mustChange: false })
      }
    }
    for (const leave of leaves) addLeave(writable, leave)
    replaceClosedDates(writable, closedDates)
  })
}

/** The parts of a book by the month in which their customers came. */
function byMonth(book: Book): Map<string, Book> {
  const monthOfCustomer = new Map(
    book.customers.map(({ customerId, createdOn }) => [customerId, monthOf(createdOn)]),
  )
  const monthOfDeal = new Map(
    book.opportunities.map(({ opportunityId, customerId }) => [
      opportunityId,
      monthOfCustomer.get(customerId),
    ]),
  )
  const group = <T>(rows: readonly T[], month: (row: T) => string | undefined) =>
    Map.groupBy(rows, (row) => month(row) ?? '')
  const ofCustomer = ({ customerId }: { readonly customerId: string | null }) =>
    monthOfCustomer.get(customerId ?? '')
  const ofDeal = ({ opportunityId }: { readonly opportunityId: string }) => monthOfDeal.get(opportunityId)
  const parts = {
    customers: group(book.customers, ofCustomer),
    owners: group(book.owners, ofCustomer),
    opportunities: group(book.opportunities, ofCustomer),
    plans: group(book.plans, ofCustomer),
    followUps: group(book.followUps, ofCustomer),
    changes: group(book.changes, ofDeal),
    losses: group(book.losses, ofDeal),
  }
  const months = [...parts.customers.keys()]
  return new Map(
    months.map((month) => [
      month,
      {
        customers: parts.customers.get(month) ?? [],
        owners: parts.owners.get(month) ?? [],
        opportunities: parts.opportunities.get(month) ?? [],
        plans: parts.plans.get(month) ?? [],
        followUps: parts.followUps.get(month) ?? [],
        changes: parts.changes.get(month) ?? [],
        losses: parts.losses.get(month) ?? [],
        violations: [],
        visits: [],
        testDrives: [],
        instructions: [],
      },
    ]),
  )
}

/** Writes a whole history, the customers of each month as one act, then what was found and said of them. */
export function writeBook(
  store: ReadableStore,
  book: Book,
  facts: { readonly at: Instant; readonly policyVersion: number; readonly newId: (at: Instant) => string },
): void {
  for (const [month, part] of byMonth(book)) {
    act(store, facts.at, month, (writable) => {
      for (const row of part.customers) addCustomer(writable, row)
      for (const row of part.owners) addOwner(writable, row)
      for (const row of part.opportunities) addOpportunity(writable, row)
      for (const row of part.plans) addPlan(writable, row)
      for (const row of part.followUps) addFollowUp(writable, row)
      for (const row of part.changes) addOpportunityChange(writable, row)
      for (const row of part.losses) addLoss(writable, row)
    })
  }
  act(store, facts.at, 'supervision', (writable) => {
    for (const row of book.visits) addVisit(writable, row)
    for (const row of book.testDrives) addTestDrive(writable, row)
    for (const row of book.instructions) addInstruction(writable, row)
    for (const { raisedAt, ...found } of book.violations) {
      const by = { raisedAt, policyVersion: facts.policyVersion, newId: () => facts.newId(raisedAt) }
      raiseViolations(writable, by, [found])
    }
  })
}
