import { and, eq, sql } from 'drizzle-orm'
import type { Scope } from '#shared/access/can.ts'
import type { LossReason } from '#shared/domain/codes.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { ReadableStore } from '../handle.ts'
import { prepared, preparedSql } from '../prepared.ts'
import type { LossRow } from '../rows.ts'
import { lossApplications } from '../schema/index.ts'
import { scopeParameter, whoseRows } from './row-scope.ts'

/** A loss that waits for a decision, with what helps to decide. */
export interface WaitingLoss {
  readonly opportunityId: string
  readonly customerId: string
  readonly customerName: string
  readonly ownerId: string | null
  readonly ownerName: string | null
  readonly model: string | null
  readonly grade: string
  readonly reason: LossReason
  readonly note: string | null
  readonly competitor: string | null
  readonly appliedOn: BusinessDate
  readonly appliedBy: string
  readonly lastContent: string | null
}

const waiting = `from loss_applications l indexed by loss_applications_decision
  join opportunities o on o.opportunity_id = l.opportunity_id
  where l.decision = 'waiting' and ${whoseRows('o.owner_id')}`

const page = preparedSql<WaitingLoss, { staffIds: string | null; limit: number; offset: number }>(
  `select l.opportunity_id as opportunityId, o.customer_id as customerId, c.name as customerName, o.owner_id as ownerId,
     s.name as ownerName, o.model, o.grade, l.reason, l.note, l.competitor, l.applied_on as appliedOn,
     coalesce(a.name, l.applied_by) as appliedBy,
     (select content from follow_ups indexed by follow_ups_opportunity where opportunity_id = l.opportunity_id
      order by contacted_on desc, recorded_at desc limit 1) as lastContent
   from (select l.loss_id ${waiting} order by l.applied_on, l.rowid limit @limit offset @offset) as some
   join loss_applications l on l.loss_id = some.loss_id
   join opportunities o on o.opportunity_id = l.opportunity_id
   join customers c on c.customer_id = o.customer_id
   left join staff s on s.staff_id = o.owner_id
   left join staff a on a.staff_id = l.applied_by
   order by l.applied_on, l.rowid`,
)
const count = preparedSql<{ n: number }, { staffIds: string | null }>(`select count(*) as n ${waiting}`)

/** Losses within reach that wait for a decision (R-4.11, 战败待审), the oldest first, and how many there are. */
export function listWaitingLosses(
  store: ReadableStore,
  scope: Scope,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): { readonly rows: WaitingLoss[]; readonly total: number } {
  const staffIds = scopeParameter(scope)
  return {
    rows: page(store).all({ staffIds, limit, offset }),
    total: count(store).get({ staffIds })?.n ?? 0,
  }
}

const waitingAt = preparedSql<{ n: number }, { staffIds: string | null; on: string; endsAt: number }>(
  `select count(*) as n from loss_applications l join opportunities o on o.opportunity_id = l.opportunity_id
   where l.applied_on <= @on and (l.decided_at is null or l.decided_at >= @endsAt) and ${whoseRows('o.owner_id')}`,
)
/** How many losses waited at the end of a date that has passed; `endsAt` is the first moment after it. */
export const countWaitingAt = (
  store: ReadableStore,
  scope: Scope,
  on: BusinessDate,
  endsAt: number,
): number => waitingAt(store).get({ staffIds: scopeParameter(scope), on, endsAt })?.n ?? 0

/** How many losses wait now. */
export const countWaiting = (store: ReadableStore, scope: Scope): number =>
  count(store).get({ staffIds: scopeParameter(scope) })?.n ?? 0

const waitingOf = prepared((db) =>
  db
    .select()
    .from(lossApplications)
    .where(
      and(
        eq(lossApplications.opportunityId, sql.placeholder('id')),
        eq(lossApplications.decision, 'waiting'),
      ),
    )
    .prepare(),
)
/** The application of an opportunity that waits, if one does. */
export const findWaitingLoss = (store: ReadableStore, opportunityId: string): LossRow | undefined =>
  waitingOf(store).get({ id: opportunityId })
