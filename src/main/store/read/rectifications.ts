import type {
  Consequence,
  LadderName,
  RectificationStatus,
  SuspensionStatus,
  ViolationKind,
} from '#shared/domain/codes.ts'
import type { Reason } from '#shared/reasons.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { ReadableStore } from '../handle.ts'
import { preparedSql } from '../prepared.ts'
import { consequenceReaders, type OccasionKey } from './consequences.ts'

/** A rectification report (整改报告, R-8.9) with the words of a list. */
export interface ListedRectification {
  readonly rectificationId: string
  readonly entryId: string
  readonly staffId: string
  readonly staffName: string
  readonly managerName: string | null
  readonly ladder: LadderName
  readonly on: BusinessDate
  readonly occasion: number
  readonly items: number
  readonly dueOn: BusinessDate
  readonly status: RectificationStatus
  readonly cause: string | null
  readonly measures: string | null
  readonly deadlineOn: BusinessDate | null
  readonly writtenAt: Instant | null
  readonly reviewedAt: Instant | null
  readonly reviewedBy: string | null
  readonly reviewNote: string | null
  readonly version: number
}

const readers = consequenceReaders<ListedRectification, RectificationStatus>({
  table: 'rectifications',
  id: 'rectification_id',
  listed: `
  select w.rectification_id as rectificationId, w.entry_id as entryId, w.staff_id as staffId, s.name as staffName,
    m.name as managerName, w.ladder, w."on", coalesce(e.occasion, 0) as occasion, coalesce(e.items, 0) as items,
    w.due_on as dueOn, w.status, w.cause, w.measures, w.deadline_on as deadlineOn, w.written_at as writtenAt,
    w.reviewed_at as reviewedAt, v.name as reviewedBy, w.review_note as reviewNote, w.version
  from rectifications w join staff s on s.staff_id = w.staff_id
  left join staff m on m.staff_id = s.manager_id
  left join penalty_entries e on e.entry_id = w.entry_id
  left join staff v on v.staff_id = w.reviewed_by`,
  // The earliest deadline on top; what is settled follows, newest first.
  order: `w.status in ('accepted', 'dropped'),
    case when w.status in ('accepted', 'dropped') then null else w.due_on end, w."on" desc, w.rowid desc`,
})
/** Reports within reach, what is still to be done first, and how many there are. */
export const listRectifications = readers.list
/** Whoever's it is: the caller checks the scope. */
export const findRectification = readers.find
/** The reports of an entry of the ledger that are still asked for. */
export const rectificationsOfEntry = readers.ofEntry
/** The report of an occasion that is still asked for. */
export const findRectificationOfOccasion = readers.ofOccasion

const entriesThatStand = preparedSql<
  { entryId: string; consequences: string },
  { staffId: string; ladder: string; on: string }
>(
  `select e.entry_id as entryId, e.consequences from penalty_entries e indexed by penalty_entries_of
   where e.of_staff_id = @staffId and e.ladder = @ladder and e."on" = @on and e.part = 'own'
     and not exists (select 1 from penalty_entries x indexed by penalty_entries_reverses
       where x.reverses_entry_id = e.entry_id)
   order by e.sequence`,
)
/** The person's own entries of an occasion that were not taken back, and what follows each. */
export const entriesOfOccasion = (store: ReadableStore, { staffId, ladder, on }: OccasionKey) =>
  entriesThatStand(store)
    .all({ staffId, ladder, on })
    .map(({ entryId, consequences }) => ({
      entryId,
      consequences: JSON.parse(consequences) as readonly Consequence[],
    }))

const itemsOf = preparedSql<
  { violationId: string; kind: ViolationKind; customerName: string | null; reasons: string },
  { staffId: string; ladder: string; on: string }
>(
  `select distinct v.violation_id as violationId, v.kind, c.name as customerName, v.reasons
   from penalty_entries e indexed by penalty_entries_of
   join penalty_items i on i.entry_id = e.entry_id
   join violations v on v.violation_id = i.violation_id left join customers c on c.customer_id = v.customer_id
   where e.of_staff_id = @staffId and e.ladder = @ladder and e."on" = @on and e.part = 'own'
     and not exists (select 1 from penalty_entries x indexed by penalty_entries_reverses
       where x.reverses_entry_id = e.entry_id)
   order by v.kind, v.violation_id`,
)
const itemsOfEntry = preparedSql<
  { violationId: string; kind: ViolationKind; customerName: string | null; reasons: string },
  { entryId: string }
>(
  `select v.violation_id as violationId, v.kind, c.name as customerName, v.reasons
   from penalty_items i join violations v on v.violation_id = i.violation_id
   left join customers c on c.customer_id = v.customer_id
   where i.entry_id = @entryId order by v.kind, v.violation_id`,
)
/**
 * What a report or a suspension is about: everything of its occasion that stands, also what was approved later for the same date; of a
 * dropped one, what its entry was about.
 */
export const violationsOfOccasion = (
  store: ReadableStore,
  {
    status,
    entryId,
    staffId,
    ladder,
    on,
  }: Pick<ListedRectification, 'entryId' | 'staffId' | 'ladder' | 'on'> & {
    readonly status: RectificationStatus | SuspensionStatus
  },
) =>
  (status === 'dropped'
    ? itemsOfEntry(store).all({ entryId })
    : itemsOf(store).all({ staffId, ladder, on })
  ).map((row) => ({ ...row, reasons: JSON.parse(row.reasons) as Reason[] }))

type Standing = Pick<
  ListedRectification,
  'rectificationId' | 'staffId' | 'ladder' | 'on' | 'dueOn' | 'status' | 'writtenAt' | 'reviewedAt'
>
const standing = `select rectification_id as rectificationId, staff_id as staffId, ladder, "on", due_on as dueOn,
  status, written_at as writtenAt, reviewed_at as reviewedAt from rectifications indexed by rectifications_due`
const missing = preparedSql<Standing, { on: string }>(
  `${standing} where status in ('due', 'returned') and due_on < @on`,
)
const toReview = preparedSql<Standing, []>(`${standing} where status = 'written'`)
const settledSince = preparedSql<Standing, { endsAt: number }>(
  `${standing} where (status = 'accepted' and reviewed_at >= @endsAt) or (status = 'written' and written_at >= @endsAt)
     or (status = 'returned' and reviewed_at >= @endsAt)`,
)

/** Reports that are missing on a date as things stand now. */
export const listMissingReports = (store: ReadableStore, on: BusinessDate): Standing[] =>
  missing(store).all({ on })
/** Reports that wait for a review now. */
export const listReportsToReview = (store: ReadableStore): Standing[] => toReview(store).all()
/** Reports that were written or reviewed after a moment: what they were before, the dates of the row tell. */
export const listReportsSettledSince = (store: ReadableStore, endsAt: Instant): Standing[] =>
  settledSince(store).all({ endsAt })
