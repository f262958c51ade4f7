import { and, count, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Scope } from '#shared/access/can.ts'
import type { ClaimStanding } from '#shared/domain/codes.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { ReadableStore } from '../handle.ts'
import { prepared, preparedSql } from '../prepared.ts'
import type { ClaimRow, CustomerRow, FollowUpRow, RecordingRow } from '../rows.ts'
import { claims, customers, followUps, recordings, staff } from '../schema/index.ts'
import { scopeParameter } from './row-scope.ts'

/** A claim with the customer as he is now and the contact it rests on. */
export interface ClaimInFull {
  readonly claim: ClaimRow
  readonly customer: CustomerRow
  readonly followUp: FollowUpRow
}

const isOpen = sql`${claims.status} in ('filed', 'answered')`
const { placeholder } = sql
/** As `claimStanding` of the rules tells it. */
const standing = sql`case when ${claims.status} = 'withdrawn' and ${claims.decidedBy} is not ${claims.claimantId}
  then 'overtaken' else ${claims.status} end`

/** Claims of whoever filed one, had to answer it, or owns the customer now. */
const within = sql`(${placeholder('staffIds')} is null or exists (
  select 1 from json_each(${placeholder('staffIds')}) who
  where who.value in (${claims.claimantId}, ${claims.ownerId}, ${customers.ownerId})))`
const asked = and(
  within,
  sql`(${placeholder('status')} is null or ${standing} = ${placeholder('status')})`,
  sql`(${placeholder('open')} is null or ${isOpen} = ${placeholder('open')})`,
  sql`(${placeholder('customerId')} is null or ${claims.customerId} = ${placeholder('customerId')})`,
)

const byId = prepared((db) =>
  db
    .select({ claim: claims, customer: customers, followUp: followUps })
    .from(claims)
    .innerJoin(customers, eq(customers.customerId, claims.customerId))
    .innerJoin(followUps, eq(followUps.followUpId, claims.followUpId))
    .where(and(eq(claims.claimId, placeholder('id')), within))
    .prepare(),
)
/** A claim within reach. */
export const findClaim = (store: ReadableStore, scope: Scope, claimId: string): ClaimInFull | undefined =>
  byId(store).get({ id: claimId, staffIds: scopeParameter(scope) })

const paged = prepared((db) =>
  db
    .select({ claim: claims, customer: customers, followUp: followUps })
    .from(claims)
    .innerJoin(customers, eq(customers.customerId, claims.customerId))
    .innerJoin(followUps, eq(followUps.followUpId, claims.followUpId))
    .where(asked)
    .orderBy(desc(isOpen), desc(claims.filedAt), desc(claims.claimId))
    .limit(placeholder('limit'))
    .offset(placeholder('offset'))
    .prepare(),
)
const counted = prepared((db) =>
  db
    .select({ n: sql<number>`count(*)` })
    .from(claims)
    .innerJoin(customers, eq(customers.customerId, claims.customerId))
    .where(asked)
    .prepare(),
)

export interface ClaimFilter {
  readonly status?: ClaimStanding | undefined
  readonly open?: boolean | undefined
  readonly customerId?: string | undefined
}

/** Claims within reach, the open ones first, the newest before the older ones, and how many there are. */
export function listClaims(
  store: ReadableStore,
  scope: Scope,
  { status, open, customerId }: ClaimFilter,
  page: { readonly limit: number; readonly offset: number },
): { readonly rows: ClaimInFull[]; readonly total: number } {
  const filter = {
    staffIds: scopeParameter(scope),
    status: status ?? null,
    open: open === undefined ? null : Number(open),
    customerId: customerId ?? null,
  }
  return {
    rows: paged(store).all({ ...filter, ...page }),
    total: counted(store).get(filter)?.n ?? 0,
  }
}

const ofCustomer = prepared((db) =>
  db
    .select({ claim: claims, claimantName: staff.name })
    .from(claims)
    .innerJoin(staff, eq(staff.staffId, claims.claimantId))
    .where(eq(claims.customerId, placeholder('id')))
    .orderBy(desc(claims.filedAt), desc(claims.claimId))
    .prepare(),
)
/** All claims on a customer, newest first. */
export const listClaimsOfCustomer = (store: ReadableStore, customerId: string) =>
  ofCustomer(store).all({ id: customerId })

const followUpById = prepared((db) =>
  db
    .select()
    .from(followUps)
    .where(eq(followUps.followUpId, placeholder('id')))
    .prepare(),
)
/** The contact that a claim would rest on: whoever's it is, the caller checks. */
export const findClaimContact = (store: ReadableStore, followUpId: string): FollowUpRow | undefined =>
  followUpById(store).get({ id: followUpId })

// A contact that names no grade was with somebody else's customer; whose he is now, is another question.
const isForeign = and(
  eq(followUps.staffId, placeholder('staffId')),
  isNull(followUps.gradeAfter),
  isNull(followUps.importBatchId),
  sql`${customers.ownerId} is not ${placeholder('staffId')}`,
)
const foreignContacts = prepared((db) =>
  db
    .select({ followUp: followUps, customer: customers, ownerName: staff.name })
    .from(followUps)
    .innerJoin(customers, eq(customers.customerId, followUps.customerId))
    .leftJoin(staff, eq(staff.staffId, customers.ownerId))
    .where(isForeign)
    .orderBy(desc(followUps.recordedOn), desc(followUps.recordedAt), desc(followUps.followUpId))
    .limit(placeholder('limit'))
    .offset(placeholder('offset'))
    .prepare(),
)
const foreignCount = prepared((db) =>
  db
    .select({ n: count() })
    .from(followUps)
    .innerJoin(customers, eq(customers.customerId, followUps.customerId))
    .where(isForeign)
    .prepare(),
)
/** What somebody said to customers who are not his, newest first, and how often. */
export const listForeignContacts = (
  store: ReadableStore,
  staffId: string,
  page: { readonly limit: number; readonly offset: number },
): {
  readonly rows: { followUp: FollowUpRow; customer: CustomerRow; ownerName: string | null }[]
  readonly total: number
} => ({
  rows: foreignContacts(store).all({ staffId, ...page }),
  total: foreignCount(store).get({ staffId })?.n ?? 0,
})

const recordingById = prepared((db) =>
  db
    .select({ recording: recordings, customerId: followUps.customerId })
    .from(recordings)
    .leftJoin(followUps, eq(followUps.followUpId, recordings.followUpId))
    .where(eq(recordings.recordingId, placeholder('id')))
    .prepare(),
)
/** A recording with the customer it belongs to, if any. */
export const findEvidence = (store: ReadableStore, recordingId: string) =>
  recordingById(store).get({ id: recordingId })

const recordingsOf = prepared((db) =>
  db
    .select({ recording: recordings, followUp: followUps, staffName: staff.name })
    .from(followUps)
    .innerJoin(recordings, eq(recordings.followUpId, followUps.followUpId))
    .leftJoin(staff, eq(staff.staffId, followUps.staffId))
    .where(eq(followUps.customerId, placeholder('id')))
    .orderBy(desc(followUps.contactedOn), desc(recordings.attachedAt), desc(recordings.recordingId))
    .prepare(),
)
/** The recordings of all contacts with a customer, the newest contact first. */
export const listEvidence = (
  store: ReadableStore,
  customerId: string,
): { recording: RecordingRow; followUp: FollowUpRow; staffName: string | null }[] =>
  recordingsOf(store).all({ id: customerId })

const lastEffective = preparedSql<
  { on: BusinessDate | null },
  { customerId: string; ownerId: string | null; at: number }
>(
  `select max(f.contacted_on) as "on" from follow_ups f indexed by follow_ups_customer
   where f.customer_id = @customerId and f.effective = 1 and f.recorded_at <= @at
     and coalesce(f.counts_for_id, f.staff_id) = @ownerId`,
)
/** The last effective contact of an owner that was on record at a moment. */
export const findLastEffectiveAt = (
  store: ReadableStore,
  customerId: string,
  ownerId: string | null,
  at: Instant,
): BusinessDate | null => lastEffective(store).get({ customerId, ownerId, at })?.on ?? null

/** A claim as the daily check names it. */
export interface WaitingClaim {
  readonly claimId: string
  readonly customerId: string
  readonly customerName: string
  readonly presentOwnerId: string | null
  readonly claimantId: string
  readonly claimantName: string
  readonly ownerId: string | null
  readonly ownerName: string | null
  readonly filedOn: BusinessDate
  readonly answered: 0 | 1
}
const waitingAt = preparedSql<WaitingClaim, { endsAt: number }>(
  `select k.claim_id as claimId, k.customer_id as customerId, c.name as customerName, c.owner_id as presentOwnerId,
     k.claimant_id as claimantId, f.name as claimantName, k.owner_id as ownerId, o.name as ownerName, k.filed_on as filedOn,
     coalesce(k.answered_at < @endsAt, 0) as answered
   from claims k join customers c on c.customer_id = k.customer_id join staff f on f.staff_id = k.claimant_id
   left join staff o on o.staff_id = k.owner_id
   where k.filed_at < @endsAt and (k.decided_at is null or k.decided_at >= @endsAt)
   order by k.filed_at, k.claim_id`,
)
/** The claims that nobody had decided by a moment, the oldest first. */
export const listWaitingClaims = (store: ReadableStore, endsAt: Instant): WaitingClaim[] =>
  waitingAt(store).all({ endsAt })
