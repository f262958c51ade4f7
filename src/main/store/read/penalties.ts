import { desc, eq, lte, max, sql } from 'drizzle-orm'
import type { Scope } from '#shared/access/can.ts'
import type {
  Consequence,
  LadderName,
  PenaltyPart,
  PenaltyUnit,
  ViolationKind,
} from '#shared/domain/codes.ts'
import type { Reason } from '#shared/reasons.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { ReadableStore } from '../handle.ts'
import { prepared, preparedSql } from '../prepared.ts'
import type { PenaltyEntryRow } from '../rows.ts'
import { penaltyChecks, penaltyEntries } from '../schema/index.ts'
import { scopeParameter, whoseRows } from './row-scope.ts'

const byId = prepared((db) =>
  db
    .select()
    .from(penaltyEntries)
    .where(eq(penaltyEntries.entryId, sql.placeholder('id')))
    .prepare(),
)
export const findPenaltyEntry = (store: ReadableStore, entryId: string): PenaltyEntryRow | undefined =>
  byId(store).get({ id: entryId })

const lastSequence = prepared((db) =>
  db
    .select({ last: max(penaltyEntries.sequence) })
    .from(penaltyEntries)
    .prepare(),
)
/** The place of the next entry. */
export const nextSequence = (store: ReadableStore): number => (lastSequence(store).get()?.last ?? 0) + 1

const reversalOf = prepared((db) =>
  db
    .select({ entryId: penaltyEntries.entryId })
    .from(penaltyEntries)
    .where(eq(penaltyEntries.reversesEntryId, sql.placeholder('id')))
    .prepare(),
)
/** Whether an entry has been taken back. */
export const isReversed = (store: ReadableStore, entryId: string): boolean =>
  reversalOf(store).get({ id: entryId }) !== undefined

const shareOfEntry = preparedSql<{ entryId: string }, { entryId: string; staffId: string; on: string }>(
  `select entry_id as entryId from penalty_entries indexed by penalty_entries_of
   where of_staff_id = @staffId and ladder = (select ladder from penalty_entries where entry_id = @entryId)
     and "on" = @on and of_entry_id = @entryId and part = 'manager_share'`,
)
/** The manager's share that belongs to an own entry. */
export const findShareOf = (
  store: ReadableStore,
  { entryId, staffId, on }: PenaltyEntryRow,
): string | undefined => shareOfEntry(store).get({ entryId, staffId, on })?.entryId

const itemsOfEntry = preparedSql<{ violationId: string }, { entryId: string }>(
  'select violation_id as violationId from penalty_items where entry_id = @entryId order by violation_id',
)
/** The violations that an own entry is about. */
export const listItemIds = (store: ReadableStore, entryId: string): string[] =>
  itemsOfEntry(store)
    .all({ entryId })
    .map((row) => row.violationId)

const bornBy = preparedSql<PenaltyEntryRow, { staffIds: string }>(
  `select sequence, entry_id as entryId, part, staff_id as staffId, of_staff_id as ofStaffId, ladder, "on", occasion, items,
     unit, per_item as perItem, gross, cap_taken as capTaken, amount, reverses_entry_id as reversesEntryId
   from penalty_entries indexed by penalty_entries_staff
   where staff_id in (select value from json_each(@staffIds)) order by sequence`,
)
/** Everything that these people bear, in the order of the ledger: what the rules count and cap. */
export const listBorneBy = (
  store: ReadableStore,
  staffIds: readonly string[],
): Pick<
  PenaltyEntryRow,
  'entryId' | 'part' | 'staffId' | 'ladder' | 'on' | 'occasion' | 'unit' | 'amount' | 'reversesEntryId'
>[] => bornBy(store).all({ staffIds: JSON.stringify(staffIds) })

/** A line of the ledger with the words of a list. */
export interface ListedEntry {
  readonly entryId: string
  readonly sequence: number
  readonly part: PenaltyPart
  readonly staffId: string
  readonly staffName: string
  readonly staffRole: string
  readonly ofStaffId: string
  readonly ofStaffName: string
  readonly ladder: LadderName
  readonly on: BusinessDate
  readonly occasion: number
  readonly items: number
  readonly unit: PenaltyUnit
  readonly perItem: number
  readonly gross: number
  readonly capTaken: number
  readonly amount: number
  readonly consequences: Consequence[]
  readonly ofEntryId: string | null
  readonly reversesEntryId: string | null
  readonly reversedBy: string | null
  readonly reason: string | null
  readonly policyVersion: number
  readonly reasons: Reason[]
  readonly enteredOn: BusinessDate
  readonly enteredAt: Instant
  readonly enteredBy: string
  readonly violationIds: string[]
}
type StoredEntry = Omit<ListedEntry, 'consequences' | 'reasons' | 'violationIds'> & {
  readonly consequences: string
  readonly reasons: string
  readonly violationIds: string
}

interface LedgerParameters extends Record<string, unknown> {
  readonly staffIds: string | null
  readonly staffId: string | null
  readonly from: string
  readonly until: string
}
const filtered = `
  from penalty_entries e indexed by penalty_entries_on
  where e."on" between @from and @until and (@staffId is null or e.staff_id = @staffId) and ${whoseRows('e.staff_id')}`
// A share and what takes an entry back are about the violations of the own entry behind them.
const columns = `
  e.entry_id as entryId, e.sequence, e.part, e.staff_id as staffId, s.name as staffName, s.role as staffRole,
  e.of_staff_id as ofStaffId, o.name as ofStaffName, e.ladder, e."on", e.occasion, e.items, e.unit,
  e.per_item as perItem, e.gross, e.cap_taken as capTaken, e.amount, e.consequences, e.of_entry_id as ofEntryId,
  e.reverses_entry_id as reversesEntryId, e.reason, e.policy_version as policyVersion, e.reasons,
  e.entered_on as enteredOn, e.entered_at as enteredAt, coalesce(b.name, '') as enteredBy,
  (select r.entry_id from penalty_entries r where r.reverses_entry_id = e.entry_id limit 1) as reversedBy,
  (select json_group_array(i.violation_id) from penalty_items i
   where i.entry_id = coalesce(e.of_entry_id, e.reverses_entry_id, e.entry_id)) as violationIds`
const page = preparedSql<StoredEntry, LedgerParameters & { limit: number; offset: number }>(
  `with page as (select e.sequence ${filtered} order by e."on", e.sequence limit @limit offset @offset)
   select ${columns} from page join penalty_entries e on e.sequence = page.sequence
   join staff s on s.staff_id = e.staff_id join staff o on o.staff_id = e.of_staff_id
   left join staff b on b.staff_id = e.entered_by
   order by e."on", e.sequence`,
)

export interface LedgerTotals {
  readonly money: number
  readonly points: number
  readonly capTaken: number
  readonly managerShares: number
  readonly reports: number
  readonly suspensions: number
}
// One report and one proposal of suspension belong to an occasion, however many entries it has.
const occasions = (consequence: string) => `count(distinct case
  when e.part = 'own' and instr(e.consequences, '"${consequence}"') > 0
    and not exists (select 1 from penalty_entries r where r.reverses_entry_id = e.entry_id)
  then e.staff_id || ' ' || e.ladder || ' ' || e."on" end)`
const sums = preparedSql<LedgerTotals & { n: number }, LedgerParameters>(
  `select count(*) as n,
     coalesce(sum(case when e.unit = 'money' then e.amount end), 0) as money,
     coalesce(sum(case when e.unit = 'points' then e.amount end), 0) as points,
     coalesce(sum(case when e.unit = 'money' then e.cap_taken end), 0) as capTaken,
     coalesce(sum(case when e.unit = 'money' and e.staff_id <> e.of_staff_id then e.amount end), 0) as managerShares,
     ${occasions('report')} as reports, ${occasions('suspension')} as suspensions ${filtered}`,
)

export interface LedgerFilter {
  readonly from: BusinessDate
  readonly until: BusinessDate
  readonly staffId?: string | undefined
}
/** Entries whose occasion lies in a span, oldest first, with what all of them come to. */
export function listLedger(
  store: ReadableStore,
  scope: Scope,
  filter: LedgerFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): { readonly rows: ListedEntry[]; readonly total: number; readonly totals: LedgerTotals } {
  const { from, until, staffId = null } = filter
  const parameters = { staffIds: scopeParameter(scope), staffId, from, until }
  const { n, ...totals } = sums(store).get(parameters) ?? { n: 0, ...noTotals }
  const rows = page(store)
    .all({ ...parameters, limit, offset })
    .map((row): ListedEntry => ({
      ...row,
      consequences: JSON.parse(row.consequences) as Consequence[],
      reasons: JSON.parse(row.reasons) as Reason[],
      violationIds: JSON.parse(row.violationIds) as string[],
    }))
  return { rows, total: n, totals }
}
export const noTotals: LedgerTotals = {
  money: 0,
  points: 0,
  capTaken: 0,
  managerShares: 0,
  reports: 0,
  suspensions: 0,
}

const wholeLedger = prepared((db) =>
  db.select().from(penaltyEntries).orderBy(penaltyEntries.sequence).prepare(),
)
/** The whole ledger in its order. */
export const listWholeLedger = (store: ReadableStore): PenaltyEntryRow[] => wholeLedger(store).all()

export interface LedgerItem {
  readonly entryId: string
  readonly violationId: string
  readonly kind: ViolationKind
  readonly staffId: string
  readonly managerId: string | null
  readonly on: BusinessDate
  readonly policyVersion: number
}
const allItems = preparedSql<LedgerItem, Record<string, never>>(
  `select i.entry_id as entryId, v.violation_id as violationId, v.kind, v.staff_id as staffId, v.manager_id as managerId,
     v."on", v.policy_version as policyVersion
   from penalty_items i join violations v on v.violation_id = i.violation_id`,
)
/** Every violation that the ledger is about. */
export const listLedgerItems = (store: ReadableStore): LedgerItem[] => allItems(store).all({})

const checkOn = prepared((db) =>
  db
    .select()
    .from(penaltyChecks)
    .where(eq(penaltyChecks.on, sql.placeholder('on')))
    .prepare(),
)
export const findPenaltyCheck = (store: ReadableStore, on: BusinessDate) => checkOn(store).get({ on })

const lastCheck = prepared((db) =>
  db
    .select()
    .from(penaltyChecks)
    .where(lte(penaltyChecks.on, sql.placeholder('on')))
    .orderBy(desc(penaltyChecks.on))
    .limit(1)
    .prepare(),
)
/** What the last recomputation up to a date found. */
export const findLastPenaltyCheck = (store: ReadableStore, on: BusinessDate) => lastCheck(store).get({ on })

const recordingOwners = preparedSql<
  { attachedBy: string | null; staffId: string | null; ownerId: string | null },
  { recordingId: string }
>(
  `select r.attached_by as attachedBy, f.staff_id as staffId, c.owner_id as ownerId
   from recordings r left join follow_ups f on f.follow_up_id = r.follow_up_id
   left join customers c on c.customer_id = f.customer_id where r.recording_id = @recordingId`,
)
/** Whose recording it is: who made the call, whose customer it was, or who attached it; nobody's where there is none. */
export const findRecordingOwners = (store: ReadableStore, recordingId: string): string[] =>
  Object.values(recordingOwners(store).get({ recordingId }) ?? {}).filter((id) => id !== null)
