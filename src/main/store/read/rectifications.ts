import type { Scope } from '#shared/access/can.ts'
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
import { scopeParameter, whoseRows } from './row-scope.ts'

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

const listed = `
  select r.rectification_id as rectificationId, r.entry_id as entryId, r.staff_id as staffId, s.name as staffName,
    m.name as managerName, r.ladder, r."on", coalesce(e.occasion, 0) as occasion, coalesce(e.items, 0) as items,
    r.due_on as dueOn, r.status, r.cause, r.measures, r.deadline_on as deadlineOn, r.written_at as writtenAt,
    r.reviewed_at as reviewedAt, v.name as reviewedBy, r.review_note as reviewNote, r.version
  from rectifications r join staff s on s.staff_id = r.staff_id
  left join staff m on m.staff_id = s.manager_id
  left join penalty_entries e on e.entry_id = r.entry_id
  left join staff v on v.staff_id = r.reviewed_by`
const filtered = `
  where ${whoseRows('r.staff_id')} and (@staffId is null or r.staff_id = @staffId)
    and (@status is null or r.status = @status)`

interface Filter extends Record<string, unknown> {
  readonly staffIds: string | null
  readonly staffId: string | null
  readonly status: string | null
}

// What somebody still has to do comes first, the earliest deadline on top; what is settled follows, newest first.
const page = preparedSql<ListedRectification, Filter & { limit: number; offset: number }>(
  `${listed} ${filtered}
   order by r.status in ('accepted', 'dropped'), case when r.status in ('accepted', 'dropped') then null else r.due_on end,
     r."on" desc, r.rowid desc
   limit @limit offset @offset`,
)
const count = preparedSql<{ n: number }, Filter>(`select count(*) as n from rectifications r ${filtered}`)

/** Reports within reach, what is still to be done first, and how many there are. */
export function listRectifications(
  store: ReadableStore,
  scope: Scope,
  filter: { readonly staffId?: string | undefined; readonly status?: RectificationStatus | undefined },
  { limit, offset }: { readonly limit: number; readonly offset: number },
) {
  const parameters = {
    staffIds: scopeParameter(scope),
    staffId: filter.staffId ?? null,
    status: filter.status ?? null,
  }
  return {
    rows: page(store).all({ ...parameters, limit, offset }),
    total: count(store).get(parameters)?.n ?? 0,
  }
}

const byId = preparedSql<ListedRectification, { id: string }>(`${listed} where r.rectification_id = @id`)
/** Whoever's it is: the caller checks the scope. */
export const findRectification = (
  store: ReadableStore,
  rectificationId: string,
): ListedRectification | undefined => byId(store).get({ id: rectificationId })

const ofEntry = preparedSql<ListedRectification, { entryId: string }>(
  `${listed} where r.entry_id = @entryId and r.status <> 'dropped'`,
)
/** The reports of an entry of the ledger that are still asked for. */
export const rectificationsOfEntry = (store: ReadableStore, entryId: string): ListedRectification[] =>
  ofEntry(store).all({ entryId })

const ofOccasion = preparedSql<ListedRectification, { staffId: string; ladder: string; on: string }>(
  `${listed} where r.staff_id = @staffId and r.status <> 'dropped' and r.ladder = @ladder and r."on" = @on`,
)
/** The report of an occasion (R-8.6: one person, ladder and date) that is still asked for. */
export const findRectificationOfOccasion = (
  store: ReadableStore,
  { staffId, ladder, on }: { staffId: string; ladder: LadderName; on: BusinessDate },
): ListedRectification | undefined => ofOccasion(store).get({ staffId, ladder, on })

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
export const entriesOfOccasion = (
  store: ReadableStore,
  { staffId, ladder, on }: { staffId: string; ladder: LadderName; on: BusinessDate },
) =>
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
