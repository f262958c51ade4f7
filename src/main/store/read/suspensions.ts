import type { LadderName, SuspensionStatus } from '#shared/domain/codes.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { ReadableStore } from '../handle.ts'
import { preparedSql } from '../prepared.ts'
import { consequenceReaders } from './consequences.ts'

/** A suspension for study (待岗学习, R-8.5) with the words of a list. */
export interface ListedSuspension {
  readonly suspensionId: string
  readonly entryId: string
  readonly staffId: string
  readonly staffName: string
  readonly ladder: LadderName
  readonly on: BusinessDate
  readonly occasion: number
  readonly proposedOn: BusinessDate
  readonly status: SuspensionStatus
  readonly from: BusinessDate | null
  readonly until: BusinessDate | null
  readonly decidedBy: string | null
  readonly decidedAt: Instant | null
  readonly note: string | null
}

const readers = consequenceReaders<ListedSuspension, SuspensionStatus>({
  table: 'suspensions',
  id: 'suspension_id',
  listed: `
  select w.suspension_id as suspensionId, w.entry_id as entryId, w.staff_id as staffId, s.name as staffName, w.ladder,
    w."on", coalesce(e.occasion, 0) as occasion, w.proposed_on as proposedOn, w.status, w.from_on as "from",
    w.until_on as "until", d.name as decidedBy, w.decided_at as decidedAt, w.note
  from suspensions w join staff s on s.staff_id = w.staff_id
  left join penalty_entries e on e.entry_id = w.entry_id
  left join staff d on d.staff_id = w.decided_by`,
  // What waits for the director, then the newest.
  order: `w.status <> 'proposed', w.proposed_on desc, w.rowid desc`,
})
/** Suspensions within reach, what waits for a decision first, and how many there are. */
export const listSuspensions = readers.list
/** Whoever's it is: the caller checks the scope. */
export const findSuspension = readers.find
/** The suspensions of an entry of the ledger that still stand. */
export const suspensionsOfEntry = readers.ofEntry
/** The suspension of an occasion that still stands. */
export const findSuspensionOfOccasion = readers.ofOccasion

/** Who is suspended for study from when until when. */
export interface SuspensionSpan {
  readonly suspensionId: string
  readonly staffId: string
  readonly from: BusinessDate
  readonly until: BusinessDate
}

const between = preparedSql<SuspensionSpan, { from: string; until: string }>(
  `select suspension_id as suspensionId, staff_id as staffId, from_on as "from", until_on as "until"
   from suspensions indexed by suspensions_status
   where status = 'decided' and from_on <= @until and until_on >= @from order by from_on, suspension_id`,
)
/** The suspensions that stand on any date of a span: what the team calendar and the duty show. */
export const listSuspensionsBetween = (
  store: ReadableStore,
  from: BusinessDate,
  until: BusinessDate,
): SuspensionSpan[] => between(store).all({ from, until })

const onDate = preparedSql<{ until: BusinessDate }, { staffId: string; on: string }>(
  `select max(until_on) as "until" from suspensions indexed by suspensions_staff
   where staff_id = @staffId and status = 'decided' and from_on <= @on and until_on >= @on
   having max(until_on) is not null`,
)
/** Until when somebody is suspended for study who is so on a date; undefined when he is not. */
export const suspendedUntil = (
  store: ReadableStore,
  staffId: string,
  on: BusinessDate,
): BusinessDate | undefined => onDate(store).get({ staffId, on })?.until

const proposed = preparedSql<
  Pick<ListedSuspension, 'suspensionId' | 'staffId' | 'ladder' | 'on' | 'occasion' | 'proposedOn'>,
  { on: string; endsAt: number }
>(
  `select u.suspension_id as suspensionId, u.staff_id as staffId, u.ladder, u."on", e.occasion,
     u.proposed_on as proposedOn
   from suspensions u indexed by suspensions_status join penalty_entries e on e.entry_id = u.entry_id
   where (u.status = 'proposed' or (u.status in ('decided', 'lowered') and u.decided_at >= @endsAt))
     and u.proposed_on <= @on`,
)
/** Proposals that waited for the director at the end of a date; `endsAt` is the first moment after it. */
export const listProposedSuspensions = (store: ReadableStore, on: BusinessDate, endsAt: Instant) =>
  proposed(store).all({ on, endsAt })
