import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Scope } from '#shared/access/can.ts'
import type { RecordingState } from '#shared/domain/codes.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { ReadableStore } from '../handle.ts'
import { prepared, preparedSql } from '../prepared.ts'
import type { FollowUpRow, RecordingRow } from '../rows.ts'
import { followUps, recordings } from '../schema/index.ts'
import { scopeParameter, whoseRows } from './row-scope.ts'

const byId = prepared((db) =>
  db
    .select()
    .from(recordings)
    .where(eq(recordings.recordingId, sql.placeholder('id')))
    .prepare(),
)
/** Whoever's it is: the caller checks the scope. */
export const findRecording = (store: ReadableStore, recordingId: string): RecordingRow | undefined =>
  byId(store).get({ id: recordingId })

const followUpById = prepared((db) =>
  db
    .select()
    .from(followUps)
    .where(eq(followUps.followUpId, sql.placeholder('id')))
    .prepare(),
)
/** Whoever's it is: the caller checks the scope. */
export const findFollowUp = (store: ReadableStore, followUpId: string): FollowUpRow | undefined =>
  followUpById(store).get({ id: followUpId })

const bySha = prepared((db) =>
  db
    .select({ recording: recordings, followUp: followUps })
    .from(recordings)
    .leftJoin(followUps, eq(followUps.followUpId, recordings.followUpId))
    .where(eq(recordings.sha256, sql.placeholder('sha256')))
    .orderBy(asc(recordings.recordingId))
    .prepare(),
)
/** The same sound, wherever it is linked already. */
export const listSameSound = (store: ReadableStore, sha256: string) => bySha(store).all({ sha256 })

const waiting = prepared((db) =>
  db
    .select()
    .from(recordings)
    .where(
      and(
        isNull(recordings.followUpId),
        isNotNull(recordings.phone),
        isNotNull(recordings.recordedAt),
        eq(recordings.state, 'present'),
      ),
    )
    .orderBy(asc(recordings.recordingId))
    .prepare(),
)
/** Recordings that wait for a follow-up and could find it by number and time. */
export const listWaitingRecordings = (store: ReadableStore): RecordingRow[] => waiting(store).all()

const contactsOn = prepared((db) =>
  db
    .select()
    .from(followUps)
    .where(
      and(
        eq(followUps.customerId, sql.placeholder('customerId')),
        eq(followUps.contactedOn, sql.placeholder('on')),
      ),
    )
    .orderBy(asc(followUps.recordedAt), asc(followUps.followUpId))
    .prepare(),
)
/** Follow-ups of a customer by the date of the contact. */
export const listContactsOn = (store: ReadableStore, customerId: string, on: BusinessDate): FollowUpRow[] =>
  contactsOn(store).all({ customerId, on })

export interface KeptFile {
  readonly recordingId: string
  readonly fileName: string
  readonly path: string
  readonly sha256: string
  readonly bytes: number
  readonly state: RecordingState
  readonly checkedAt: Instant
}
const kept = preparedSql<KeptFile, []>(
  `select recording_id as recordingId, file_name as fileName, path, sha256, bytes, state, checked_at as checkedAt
   from recordings where path <> '' order by checked_at, recording_id`,
)
/** What must lie in the recordings folder, the one looked at longest ago first; of an erased person nothing does (S7). */
export const listKeptFiles = (store: ReadableStore): KeptFile[] => kept(store).all()

const places = preparedSql<{ path: string }, { contacts: string; phones: string }>(
  `select path from recordings where path <> '' and (follow_up_id in (select value from json_each(@contacts))
     or phone in (select value from json_each(@phones)))`,
)
/** Where the recordings of a person lie: of his contacts, and those whose name is his number. */
export const listPlacesOf = (
  store: ReadableStore,
  contacts: readonly string[],
  phones: readonly string[],
): string[] =>
  places(store)
    .all({ contacts: JSON.stringify(contacts), phones: JSON.stringify(phones) })
    .map(({ path }) => path)

const ofCustomer = preparedSql<
  {
    readonly followUpId: string
    readonly recordingId: string
    readonly fileName: string
    readonly lengthMs: number | null
    readonly state: RecordingState
  },
  { customerId: string }
>(
  `select r.follow_up_id as followUpId, r.recording_id as recordingId, r.file_name as fileName,
     r.length_ms as lengthMs, r.state
   from follow_ups f indexed by follow_ups_customer join recordings r indexed by recordings_follow_up
     on r.follow_up_id = f.follow_up_id
   where f.customer_id = @customerId order by r.recording_id`,
)
/** Recordings of a customer's follow-ups, in the order in which they came. */
export const listRecordingsOfCustomer = (store: ReadableStore, customerId: string) =>
  ofCustomer(store).all({ customerId })

const lost = preparedSql<
  {
    readonly recordingId: string
    readonly fileName: string
    readonly state: RecordingState
    readonly staffId: string
    readonly customerId: string
    readonly customerName: string | null
    readonly contactedOn: BusinessDate
  },
  { before: Instant; staffIds: string }
>(
  `select r.recording_id as recordingId, r.file_name as fileName, r.state, c.owner_id as staffId,
     c.customer_id as customerId, c.name as customerName, f.contacted_on as contactedOn
   from recordings r indexed by recordings_state
   join follow_ups f on f.follow_up_id = r.follow_up_id
   join customers c on c.customer_id = f.customer_id
   where r.state in ('missing', 'changed') and r.path <> '' and r.attached_at < @before
     and c.owner_id in (select value from json_each(@staffIds))
   order by r.recording_id`,
)
/** R-5.6 Recordings of these owners' customers that are missing or changed, of those attached before a moment. */
export const listLostRecordings = (store: ReadableStore, staffIds: readonly string[], before: Instant) =>
  lost(store).all({ before, staffIds: JSON.stringify(staffIds) })

export interface RecordingFilter {
  readonly followUpId?: string | undefined
  readonly customerId?: string | undefined
  readonly unmatched?: boolean | undefined
  readonly lost?: boolean | undefined
  readonly state?: RecordingState | undefined
}

interface ListedRecording extends Omit<RecordingRow, 'matchedByName' | 'path' | 'attachedBy'> {
  readonly matchedByName: 0 | 1
  readonly customerId: string | null
  readonly customerName: string | null
  readonly ownerId: string | null
  readonly contactedOn: BusinessDate | null
  readonly staffName: string | null
}

/** Of an unmatched one the customer is whose the number is; only so does a consultant see it. */
const joined = `
  left join follow_ups f on f.follow_up_id = r.follow_up_id
  left join customer_phones p on r.follow_up_id is null and p.phone = r.phone
  left join customers c on c.customer_id = coalesce(f.customer_id, p.customer_id)
  left join staff s on s.staff_id = f.staff_id`
const within = `(${whoseRows('c.owner_id')} or ${whoseRows('f.staff_id')})`
const asked = `(@state is null or r.state = @state)
  and (@unmatched is null or (r.follow_up_id is null) = @unmatched)
  and (@lost is null or (r.state in ('missing', 'changed')) = @lost)`
const columns = `r.recording_id as recordingId, r.follow_up_id as followUpId, r.file_name as fileName, r.sha256, r.bytes,
  r.length_ms as lengthMs, r.phone, r.recorded_at as recordedAt, r.matched_by_name as matchedByName,
  r.attached_on as attachedOn, r.attached_at as attachedAt, r.state, r.checked_at as checkedAt,
  c.customer_id as customerId, c.name as customerName, c.owner_id as ownerId, f.contacted_on as contactedOn,
  s.name as staffName`

interface Parameters extends Record<string, unknown> {
  readonly staffIds: string | null
}
const variants = {
  all: `from recordings r ${joined} where ${within} and ${asked}`,
  unmatched: `from recordings r indexed by recordings_follow_up ${joined}
    where r.follow_up_id is null and ${within} and ${asked}`,
  lost: `from recordings r indexed by recordings_state ${joined}
    where r.state in ('missing', 'changed') and ${within} and ${asked}`,
  followUp: `from recordings r indexed by recordings_follow_up ${joined}
    where r.follow_up_id = @followUpId and ${within} and ${asked}`,
  customer: `from recordings r indexed by recordings_follow_up ${joined}
    where r.follow_up_id in (select follow_up_id from follow_ups where customer_id = @customerId)
      and ${within} and ${asked}`,
}
const statementsOf = (from: string) => ({
  rows: preparedSql<ListedRecording, Parameters>(
    `select ${columns} ${from} order by r.recording_id desc limit @limit offset @offset`,
  ),
  count: preparedSql<{ n: number }, Parameters>(`select count(*) as n ${from}`),
})
const statements = {
  all: statementsOf(variants.all),
  unmatched: statementsOf(variants.unmatched),
  lost: statementsOf(variants.lost),
  followUp: statementsOf(variants.followUp),
  customer: statementsOf(variants.customer),
}

const variantOf = (filter: RecordingFilter): keyof typeof statements => {
  if (filter.followUpId) return 'followUp'
  if (filter.customerId) return 'customer'
  if (filter.unmatched) return 'unmatched'
  return filter.lost ? 'lost' : 'all'
}
const asNumber = (value: boolean | undefined): number | null => (value === undefined ? null : Number(value))

/** Recordings within reach, the last to come first, and how many there are. */
export function listRecordings(
  store: ReadableStore,
  scope: Scope,
  filter: RecordingFilter,
  page: { readonly limit: number; readonly offset: number },
) {
  const { rows, count } = statements[variantOf(filter)]
  const parameters = {
    staffIds: scopeParameter(scope),
    followUpId: filter.followUpId ?? null,
    customerId: filter.customerId ?? null,
    unmatched: asNumber(filter.unmatched),
    lost: asNumber(filter.lost),
    state: filter.state ?? null,
  }
  return {
    rows: rows(store)
      .all({ ...parameters, ...page })
      .map((row) => ({ ...row, matchedByName: row.matchedByName === 1 })),
    total: count(store).get(parameters)?.n ?? 0,
  }
}
