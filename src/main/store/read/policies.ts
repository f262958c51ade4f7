import type { Policy } from '#shared/policy/policy.ts'
import { completePolicy } from '#shared/policy/complete-policy.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { ReadableStore } from '../handle.ts'
import { preparedSql } from '../prepared.ts'
import { confirmedLeaves, listStaff } from './staff.ts'

/** A version of the policy as it was published, without its document. */
export interface PublishedPolicy {
  readonly version: number
  readonly effectiveFrom: BusinessDate
  readonly publishedAt: Instant
  readonly publishedBy: string | null
  readonly note: string | null
}

const columns = `p.version, p.effective_from as effectiveFrom, p.published_at as publishedAt,
  s.name as publishedBy, p.note`
const versions = preparedSql<PublishedPolicy, []>(
  `select ${columns} from policies p left join staff s on s.staff_id = p.published_by order by p.version desc`,
)
/** Every version, the newest first. */
export const listVersions = (store: ReadableStore): PublishedPolicy[] => versions(store).all()

const document = preparedSql<{ document: string }, { version: number }>(
  'select document from policies where version = @version',
)
export function findPolicyDocument(store: ReadableStore, version: number): Policy | undefined {
  const row = document(store).get({ version })
  return row && completePolicy(JSON.parse(row.document))
}

interface OpenRow {
  readonly opportunityId: string
  readonly grade: string
  readonly expectedPurchaseDate: BusinessDate | null
  readonly anchorOn: BusinessDate
  readonly attemptsSinceReached: number
  readonly lastAttemptOn: BusinessDate | null
  readonly limitOn: BusinessDate
  readonly openingContacts: number | null
  readonly openingFrom: BusinessDate | null
  readonly refused: 0 | 1
  readonly planId: string | null
  readonly assigneeId: string | null
  readonly dueOn: BusinessDate | null
  readonly stays: 0 | 1
}

// Of several open plans the first counts, as everywhere. A leave that is only asked for places nothing, and nobody but the
// customer moves the day for which he is expected.
const openRows = preparedSql<OpenRow, []>(
  `select o.opportunity_id as opportunityId, o.grade, o.expected_purchase_date as expectedPurchaseDate,
     o.anchor_on as anchorOn, o.attempts_since_reached as attemptsSinceReached, o.last_attempt_on as lastAttemptOn,
     o.limit_on as limitOn, o.opening_contacts as openingContacts, o.opening_from as openingFrom, r.opportunity_id is not null as refused,
     p.plan_id as planId, p.assignee_id as assigneeId, p.due_on as dueOn,
     p.beyond_limit_reason is not null or (p.leave_id is not null and exists (
       select 1 from leaves l where l.leave_id = p.leave_id and l.confirmed_at is not null)) or exists (
       select 1 from appointments a where a.plan_id = p.plan_id and a.outcome is null) as stays
   from opportunities o
   left join plans p on p.plan_id = (
     select plan_id from plans indexed by plans_opportunity
     where opportunity_id = o.opportunity_id and status = 'open' order by due_on, plan_id limit 1)
   left join (select distinct opportunity_id from loss_applications where decision = 'refused') r
     on r.opportunity_id = o.opportunity_id
   where o.status = 'open'`,
)
const loads = preparedSql<{ staffId: string | null; on: BusinessDate; count: number }, []>(
  `select assignee_id as staffId, due_on as "on", count(*) as count from plans where status = 'open'
   group by assignee_id, due_on`,
)

/** What a change of the policy has to know of the open book: its opportunities, people and load. */
export const readOpenBook = (store: ReadableStore, from: BusinessDate) => ({
  opportunities: openRows(store)
    .all()
    .map(({ refused, planId, assigneeId, dueOn, stays, ...row }) => ({
      ...row,
      refused: refused === 1,
      plan: planId !== null && dueOn !== null ? { planId, assigneeId, dueOn, stays: stays === 1 } : null,
    })),
  staff: listStaff(store)
    .filter(({ role }) => role === 'consultant')
    .map(({ staffId, name, status, restWeekdays }) => ({
      staffId,
      name,
      status,
      restWeekdays,
      leaves: confirmedLeaves(store, staffId, from),
    })),
  load: loads(store).all(),
})

const person = preparedSql<
  { customerId: string; customerName: string; ownerName: string | null; grade: string },
  { opportunityId: string }
>(
  `select c.customer_id as customerId, c.name as customerName, s.name as ownerName, o.grade
   from opportunities o join customers c on c.customer_id = o.customer_id
   left join staff s on s.staff_id = o.owner_id
   where o.opportunity_id = @opportunityId`,
)
/** Whose an opportunity is. */
export const findPersonOf = (store: ReadableStore, opportunityId: string) =>
  person(store).get({ opportunityId })
