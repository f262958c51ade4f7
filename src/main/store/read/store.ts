import { asc, desc, eq, lte, min, sql } from 'drizzle-orm'
import { completePolicy } from '#shared/policy/complete-policy.ts'
import type { Policy } from '#shared/policy/policy.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import { sqliteOf, type ReadableStore } from '../handle.ts'
import { prepared } from '../prepared.ts'
import type { StoreRow } from '../rows.ts'
import {
  clockState,
  closedDates,
  opportunities,
  policies,
  store as storeTable,
  visits,
} from '../schema/index.ts'

const storeRow = prepared((db) => db.select().from(storeTable).limit(1).prepare())
/** The store this file belongs to. */
export function getStore(store: ReadableStore): StoreRow {
  const row = storeRow(store).get()
  if (!row) throw new Error('the store row is missing')
  return row
}

const clockRow = prepared((db) => db.select().from(clockState).where(eq(clockState.id, 1)).prepare())
export interface ClockState {
  readonly highestAt: Instant | null
  readonly trainingAt: Instant | null
  readonly aheadFrom: Instant | null
  readonly unreportedFrom: BusinessDate | null
  readonly unreportedRaised: number
}
/** What the file knows of the clock. */
export const getClockState = (store: ReadableStore): ClockState =>
  clockRow(store).get() ?? {
    highestAt: null,
    trainingAt: null,
    aheadFrom: null,
    unreportedFrom: null,
    unreportedRaised: 0,
  }

const known = { version: policies.version, effectiveFrom: policies.effectiveFrom }
const policyRow = prepared((db) =>
  db
    .select(known)
    .from(policies)
    .where(lte(policies.effectiveFrom, sql.placeholder('on')))
    .orderBy(desc(policies.version))
    .limit(1)
    .prepare(),
)
const firstPolicyRow = prepared((db) =>
  db.select(known).from(policies).orderBy(asc(policies.version)).limit(1).prepare(),
)
const policyDocument = prepared((db) =>
  db
    .select({ document: policies.document })
    .from(policies)
    .where(eq(policies.version, sql.placeholder('version')))
    .prepare(),
)
/** A version once written stays, so that it is read once a connection: every call asks for it. */
const documents = prepared(() => new Map<number, Policy>())
/** A version of the policy, whether or not it is in force; throws where there is none. */
export function documentOf(store: ReadableStore, version: number): Policy {
  const remembered = documents(store)
  const known = remembered.get(version)
  if (known) return known
  const stored = policyDocument(store).get({ version })?.document
  if (!stored) throw new Error(`version ${version} of the policy is missing`)
  const document = completePolicy(stored)
  // Within an act it may yet be taken back.
  if (!sqliteOf(store).inTransaction) remembered.set(version, document)
  return document
}

export interface PolicyInForce {
  readonly version: number
  readonly effectiveFrom: BusinessDate
  readonly policy: Policy
}
/** The policy in force on a date; before the first one's date, the first. */
export function policyOn(store: ReadableStore, on: BusinessDate): PolicyInForce {
  const row = policyRow(store).get({ on }) ?? firstPolicyRow(store).get()
  if (!row) throw new Error('the store has no policy')
  return { ...row, policy: documentOf(store, row.version) }
}

const closedRows = prepared((db) =>
  db.select().from(closedDates).orderBy(asc(closedDates.closedOn)).prepare(),
)
/** Closed dates of the store calendar, in order. */
export const findClosedDates = (store: ReadableStore): BusinessDate[] =>
  closedRows(store)
    .all()
    .map((row) => row.closedOn)

const firstAnswerable = prepared((db) =>
  db
    .select({ on: min(opportunities.answerableFrom) })
    .from(opportunities)
    .prepare(),
)
const firstVisit = prepared((db) =>
  db
    .select({ on: min(visits.visitedOn) })
    .from(visits)
    .prepare(),
)
/** The first date from which anybody answers for anything: a customer, or a visit that needs a card. Null in an empty store. */
export const firstAnswerableDate = (store: ReadableStore): BusinessDate | null => {
  const days = [firstAnswerable(store).get()?.on, firstVisit(store).get()?.on]
  return days.filter((on) => on != null).toSorted()[0] ?? null
}
