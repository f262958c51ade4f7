import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { ReadableStore } from '../handle.ts'
import { preparedSql } from '../prepared.ts'
import { postponedByLeave } from './leave-conditions.ts'

/** An open opportunity with its plan, as the day roll looks at it. */
export interface JudgedRow {
  readonly opportunityId: string
  readonly customerId: string
  readonly ownerId: string
  readonly grade: string
  readonly expectedPurchaseDate: BusinessDate | null
  readonly anchorOn: BusinessDate
  readonly attemptsSinceReached: number
  readonly lastAttemptOn: BusinessDate | null
  readonly limitOn: BusinessDate
  readonly openingContacts: number | null
  readonly openingFrom: BusinessDate | null
  readonly answerableFrom: BusinessDate
  readonly planMissingSince: BusinessDate | null
  readonly planId: string | null
  readonly dueOn: BusinessDate | null
  readonly allowed: 0 | 1
  /** */
  readonly dueAnewOn: BusinessDate | null
}

// One pass over the open book; of what is in order not more is read than that it is. Where an opportunity has several
// open plans, the first of them counts; of those of one day, one that a leave has postponed.
const atFault = preparedSql<JudgedRow, { before: string }>(
  `select o.opportunity_id as opportunityId, o.customer_id as customerId, o.owner_id as ownerId, o.grade,
     o.expected_purchase_date as expectedPurchaseDate, o.anchor_on as anchorOn,
     o.attempts_since_reached as attemptsSinceReached, o.last_attempt_on as lastAttemptOn, o.limit_on as limitOn,
     o.opening_contacts as openingContacts, o.opening_from as openingFrom, o.answerable_from as answerableFrom, o.plan_missing_since as planMissingSince,
     p.plan_id as planId, p.due_on as dueOn,
     (p.beyond_limit_reason is not null or ${postponedByLeave('p', { owner: 'o.owner_id', limit: 'o.limit_on' })}) as allowed,
     p.due_anew_on as dueAnewOn
   from opportunities o
   left join plans p on p.plan_id = (
     select plan_id from plans indexed by plans_opportunity
     where opportunity_id = o.opportunity_id and status = 'open' order by due_on, leave_id is null, plan_id limit 1)
   where o.status = 'open' and o.owner_id is not null
     and (o.limit_on < @before or o.expected_purchase_date < @before or o.plan_missing_since < @before
       or p.due_on < @before)`,
)
/** The open opportunities of which something fell due before a date: nothing else can be at fault on it. */
export const listFallenDue = (store: ReadableStore, before: BusinessDate): JudgedRow[] =>
  atFault(store).all({ before })

const refused = preparedSql<{ opportunityId: string; appliedOn: BusinessDate; decidedAt: Instant }, []>(
  `select l.opportunity_id as opportunityId, l.applied_on as appliedOn, l.decided_at as decidedAt
   from loss_applications l indexed by loss_applications_decision
   join opportunities o on o.opportunity_id = l.opportunity_id
   where l.decision = 'refused' and o.status = 'open' order by l.decided_at`,
)
/** Refused losses of opportunities that are open again, oldest first. */
export const listRefusedLosses = (store: ReadableStore) => refused(store).all()

const uncarded = preparedSql<
  { visitId: string; visitedOn: BusinessDate; consultantId: string },
  { before: string }
>(
  `select visit_id as visitId, visited_on as visitedOn, consultant_id as consultantId from visits
   where with_intent = 1 and customer_id is null and consultant_id is not null and visited_on < @before`,
)
/** Visits with intent before a date that have no card. */
export const listUncardedBefore = (store: ReadableStore, before: BusinessDate) =>
  uncarded(store).all({ before })
