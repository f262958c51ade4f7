import type { Figure, Result } from '#shared/domain/codes.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { ReadableStore } from '../handle.ts'
import { preparedSql } from '../prepared.ts'
import { books, lastEffectiveThen, ofCadence, type BookOf } from './check-book.ts'
import {
  allowedUntil,
  bookFigures,
  followUpsOfDay,
  ofBook,
  ofPlans,
  protectedSince,
  unansweredThen,
  visitsThen,
  type BookFigure,
  type CheckOf,
  type PlanFigure,
} from './figure-conditions.ts'

/** A line of a figure, with whatever columns it has; the rest is null. */
export interface LineRow {
  readonly customerId: string | null
  readonly customerName: string | null
  /** Of a contact: whose the customer is. */
  readonly ownerId: string | null
  readonly opportunityId: string | null
  readonly planId: string | null
  readonly followUpId: string | null
  readonly visitId: string | null
  readonly model: string | null
  readonly grade: string | null
  readonly on: BusinessDate
  readonly limitOn: BusinessDate | null
  readonly expected: BusinessDate | null
  readonly lastContactOn: BusinessDate | null
  readonly lastContent: string | null
  /** Of a plan. */
  readonly executedOn: BusinessDate | null
  /** Of an opportunity: what the reasons are made of. */
  readonly anchorOn: BusinessDate | null
  readonly attempts: number | null
  readonly lastAttemptOn: BusinessDate | null
  readonly answerableFrom: BusinessDate | null
  readonly planMissingSince: BusinessDate | null
  readonly allowedUntil: BusinessDate | null
  readonly lastEffectiveOn: BusinessDate | null
  readonly ownerSinceOn: BusinessDate | null
  readonly createdOn: BusinessDate | null
  /** Of an instruction, a follow-up. */
  readonly text: string | null
  readonly recordedOn: BusinessDate | null
  readonly result: Result | null
}

const nothing: Readonly<Record<keyof LineRow, string>> = {
  customerId: 'null',
  customerName: 'null',
  ownerId: 'null',
  opportunityId: 'null',
  planId: 'null',
  followUpId: 'null',
  visitId: 'null',
  model: 'null',
  grade: 'null',
  on: 'null',
  limitOn: 'null',
  expected: 'null',
  lastContactOn: 'null',
  lastContent: 'null',
  executedOn: 'null',
  anchorOn: 'null',
  attempts: 'null',
  lastAttemptOn: 'null',
  answerableFrom: 'null',
  planMissingSince: 'null',
  allowedUntil: 'null',
  lastEffectiveOn: 'null',
  ownerSinceOn: 'null',
  createdOn: 'null',
  text: 'null',
  recordedOn: 'null',
  result: 'null',
}
const columns = (given: Partial<Record<keyof LineRow, string>>): string =>
  Object.entries({ ...nothing, ...given })
    .map(([name, expression]) => `${expression} as "${name}"`)
    .join(', ')
const contentOf = (
  opportunityId: string,
) => `(select f.content from follow_ups f indexed by follow_ups_opportunity
  where f.opportunity_id = ${opportunityId} and f.recorded_on <= @on and ${ofCadence} order by f.contacted_on desc, f.recorded_at desc limit 1)`

/** The last contact that reached him, as far as the store knew it on that date. */
const contactOf = (
  opportunityId: string,
) => `(select max(f.contacted_on) from follow_ups f indexed by follow_ups_opportunity
  where f.opportunity_id = ${opportunityId} and f.result = 'reached' and f.recorded_on <= @on and ${ofCadence})`

type Lines = CheckOf & { readonly limit: number; readonly offset: number }
const paged = (order: string) => `order by ${order} limit @limit offset @offset`

const customerColumns = { customerId: 'c.customer_id', customerName: 'c.name' }
const bookColumns = (book: BookOf, date: string) =>
  columns({
    ...customerColumns,
    opportunityId: 'b.opportunity_id',
    model: 'b.model',
    grade: 'b.grade',
    on: date,
    limitOn: 'b.limit_on',
    expected: 'b.expected',
    lastContactOn: 'b.last_contact_on',
    lastContent: contentOf('b.opportunity_id'),
    anchorOn: 'b.anchor_on',
    attempts: 'b.attempts',
    lastAttemptOn: 'b.last_attempt_on',
    answerableFrom: 'b.answerable_from',
    planMissingSince: 'b.plan_missing_since',
    allowedUntil,
    lastEffectiveOn: lastEffectiveThen[book],
    ownerSinceOn: 'c.owner_since_on',
    createdOn: 'c.created_on',
  })

const bookLines = (book: BookOf, figure: BookFigure) => {
  const [condition, date] = ofBook[figure]
  return preparedSql<LineRow, Lines>(
    `${books[book]} select ${bookColumns(book, date)} from b join customers c on c.customer_id = b.customer_id
     where ${condition} ${paged(`${date}, b.opportunity_id`)}`,
  )
}
const dormantLines = (book: BookOf) =>
  preparedSql<LineRow, Lines>(
    `${books[book]} select ${bookColumns(book, protectedSince(book))}, min(b.opportunity_id)
     from b join customers c on c.customer_id = b.customer_id
     where ${protectedSince(book)} <= @dormantSince group by b.customer_id ${paged('"on", b.customer_id')}`,
  )
const visitLines = (book: BookOf) =>
  preparedSql<LineRow, Lines>(
    `select ${columns({ visitId: 'v.visit_id', customerName: 'v.caller_name', model: 'v.model', on: 'v.visited_on' })}
     ${visitsThen[book]} ${paged('v.visited_on, v.visit_id')}`,
  )
const planLines = (figure: PlanFigure) =>
  preparedSql<LineRow, Lines>(
    `select ${columns({
      ...customerColumns,
      opportunityId: 'o.opportunity_id',
      planId: 'p.plan_id',
      followUpId: 'case when p.ended_on <= @on then p.follow_up_id end',
      model: 'o.model',
      grade: 'o.grade',
      on: 'p.due_on',
      limitOn: 'o.limit_on',
      expected: 'o.expected_purchase_date',
      lastContactOn: contactOf('o.opportunity_id'),
      lastContent: contentOf('o.opportunity_id'),
      executedOn: 'p.ended_on',
    })}
     from (${ofPlans[figure]}) some join plans p on p.plan_id = some.plan_id
     join opportunities o on o.opportunity_id = p.opportunity_id join customers c on c.customer_id = p.customer_id
     ${paged("p.due_on, coalesce(p.due_time, ''), p.plan_id")}`,
  )

const lines: Readonly<Record<Figure, Readonly<Record<BookOf, ReturnType<typeof dormantLines>>>>> = {
  ...perFigure(Object.keys(ofPlans) as PlanFigure[], (figure) => {
    const statement = planLines(figure)
    return { today: statement, past: statement }
  }),
  ...perFigure(bookFigures, (figure) => ({
    today: bookLines('today', figure),
    past: bookLines('past', figure),
  })),
  dormant: { today: dormantLines('today'), past: dormantLines('past') },
  uncardedVisits: { today: visitLines('today'), past: visitLines('past') },
  unanswered: alike(
    `select ${columns({ ...customerColumns, followUpId: 'i.follow_up_id', on: 'i.given_on', text: 'i.text' })}
     from (select * ${unansweredThen}) i join customers c on c.customer_id = i.customer_id
     ${paged('i.given_on, i.instruction_id')}`,
  ),
  lateRecorded: alike(
    `select ${columns({
      ...customerColumns,
      ownerId: 'c.owner_id',
      opportunityId: 'o.opportunity_id',
      followUpId: 'f.follow_up_id',
      model: 'o.model',
      grade: 'o.grade',
      on: 'f.contacted_on',
      expected: 'o.expected_purchase_date',
      lastContactOn: contactOf('o.opportunity_id'),
      lastContent: 'f.content',
      recordedOn: 'f.recorded_on',
      result: 'f.result',
    })}
     from (select * ${followUpsOfDay} and f.late_recorded = 1) f
     join opportunities o on o.opportunity_id = f.opportunity_id join customers c on c.customer_id = f.customer_id
     ${paged('f.contacted_on, f.follow_up_id')}`,
  ),
}

function alike(sql: string) {
  const statement = preparedSql<LineRow, Lines>(sql)
  return { today: statement, past: statement }
}
function perFigure<F extends Figure, T>(figures: readonly F[], make: (figure: F) => T): Record<F, T> {
  return Object.fromEntries(figures.map((figure) => [figure, make(figure)])) as Record<F, T>
}

/** The lines of a figure of one consultant, in the order of their dates. */
export const listFigure = (
  store: ReadableStore,
  book: BookOf,
  figure: Figure,
  check: CheckOf,
  page: { readonly limit: number; readonly offset: number },
): LineRow[] => lines[figure][book](store).all({ ...check, ...page })
