import type { Scope } from '#shared/access/can.ts'
import type { LadderName, SuspensionStatus } from '#shared/domain/codes.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { ReadableStore } from '../handle.ts'
import { preparedSql } from '../prepared.ts'
import { scopeParameter, whoseRows } from './row-scope.ts'

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

const listed = `
  select u.suspension_id as suspensionId, u.entry_id as entryId, u.staff_id as staffId, s.name as staffName, u.ladder,
    u."on", coalesce(e.occasion, 0) as occasion, u.proposed_on as proposedOn, u.status, u.from_on as "from",
    u.until_on as "until", d.name as decidedBy, u.decided_at as decidedAt, u.note
  from suspensions u join staff s on s.staff_id = u.staff_id
  left join penalty_entries e on e.entry_id = u.entry_id
  left join staff d on d.staff_id = u.decided_by`
const filtered = `
  where ${whoseRows('u.staff_id')} and (@staffId is null or u.staff_id = @staffId)
    and (@status is null or u.status = @status)`

interface Filter extends Record<string, unknown> {
  readonly staffIds: string | null
  readonly staffId: string | null
  readonly status: string | null
}

// What waits for the director comes first, then the newest.
const page = preparedSql<ListedSuspension, Filter & { limit: number; offset: number }>(
  `${listed} ${filtered} order by u.status <> 'proposed', u.proposed_on desc, u.rowid desc
   limit @limit offset @offset`,
)
const count = preparedSql<{ n: number }, Filter>(`select count(*) as n from suspensions u ${filtered}`)

/** Suspensions within reach, what waits for a decision first, and how many there are. */
export function listSuspensions(
  store: ReadableStore,
  scope: Scope,
  filter: { readonly staffId?: string | undefined; readonly status?: SuspensionStatus | undefined },
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

const byId = preparedSql<ListedSuspension, { id: string }>(`${listed} where u.suspension_id = @id`)
/** Whoever's it is: the caller checks the scope. */
export const findSuspension = (store: ReadableStore, suspensionId: string): ListedSuspension | undefined =>
  byId(store).get({ id: suspensionId })

const ofEntry = preparedSql<ListedSuspension, { entryId: string }>(
  `${listed} where u.entry_id = @entryId and u.status <> 'dropped'`,
)
/** The suspensions of an entry of the ledger that still stand. */
export const suspensionsOfEntry = (store: ReadableStore, entryId: string): ListedSuspension[] =>
  ofEntry(store).all({ entryId })

const ofOccasion = preparedSql<ListedSuspension, { staffId: string; ladder: string; on: string }>(
  `${listed} where u.staff_id = @staffId and u.status <> 'dropped' and u.ladder = @ladder and u."on" = @on`,
)
/** The suspension of an occasion (R-8.6: one person, ladder and date) that still stands. */
export const findSuspensionOfOccasion = (
  store: ReadableStore,
  { staffId, ladder, on }: { staffId: string; ladder: LadderName; on: BusinessDate },
): ListedSuspension | undefined => ofOccasion(store).get({ staffId, ladder, on })

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
