import type { Scope } from '#shared/access/can.ts'
import { showroomFigures, type ShowroomFigure, type VisitKind } from '#shared/domain/codes.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { ReadableStore } from '../handle.ts'
import { preparedSql } from '../prepared.ts'
import { scopeParameter } from './row-scope.ts'

/**
 * What each figure counts (section 14), written once: the count and the lines read the same rows. Each row is one record of
 * the denominator; `counted` says whether it stands in the numerator, `followed_on` since when.
 */

const lineOfVisit = `v.visit_id as line_id, v.visited_on as "on", v.consultant_id as staff_id, v.kind, v.caller_name, v.model,
  v.visit_id, v.customer_id, v.opportunity_id`
const firstVisits = `from visits v indexed by visits_on
  where v.visited_on between @from and @until and v.occasion = 'first'`
const valid = `${firstVisits} and v.with_intent = 1`

/** The first test drive of a visitor, on the visit itself or later, up to the end of the span. */
const drovenOn = `coalesce(case when v.test_drive = 1 then v.visited_on end, (
  select min(t.driven_on) from test_drives t indexed by test_drives_customer
  where t.customer_id = v.customer_id and t.driven_on between v.visited_on and @until))`
const orderedSince = `(select min(o.ordered_on) from opportunities o indexed by opportunities_customer
  where o.customer_id = v.customer_id and o.ordered_on >= v.visited_on)`

/** The first face-to-face contact on a later date than the one on which the customer was registered. */
const secondContactOn = `(select min(m."on") from (
  select min(w.visited_on) as "on" from visits w indexed by visits_customer
    where w.customer_id = c.customer_id and w.kind = 'walk_in' and w.visited_on > c.created_on
  union all select min(t.driven_on) from test_drives t indexed by test_drives_customer
    where t.customer_id = c.customer_id and t.driven_on > c.created_on
  union all select min(f.contacted_on) from follow_ups f indexed by follow_ups_customer
    where f.customer_id = c.customer_id and f.contacted_on > c.created_on and f.result = 'reached'
      and f.channel in ('showroom_visit', 'test_drive', 'home_visit')
  union all select min(o.ordered_on) from opportunities o indexed by opportunities_customer
    where o.customer_id = c.customer_id and o.ordered_on > c.created_on) m)`

const followed = (on: string) => `${on} as followed_on`

/** The records of each figure, and the condition under which one counts. */
const records: Readonly<Record<ShowroomFigure, readonly [rows: string, counted: string]>> = {
  firstVisits: [
    `select ${lineOfVisit}, v.with_intent, ${followed('null')} ${firstVisits}`,
    'r.with_intent = 1',
  ],
  leaveContact: [`select ${lineOfVisit}, v.phone, ${followed('null')} ${valid}`, 'r.phone is not null'],
  carding: [`select ${lineOfVisit}, ${followed('v.carded_on')} ${valid}`, 'r.followed_on is not null'],
  testDrive: [`select ${lineOfVisit}, ${followed(drovenOn)} ${valid}`, 'r.followed_on is not null'],
  order: [
    `select ${lineOfVisit}, ${followed(orderedSince)} ${valid} and v.carded_on is not null`,
    'r.followed_on is not null',
  ],
  secondVisit: [
    `select c.customer_id as line_id, c.created_on as "on", c.owner_id as staff_id, null as kind, null as caller_name, null as model,
       null as visit_id, c.customer_id, null as opportunity_id, ${followed(secondContactOn)}
     from (select distinct customer_id from opportunities indexed by opportunities_opened
       where opened_on between @from and @until) d
     join customers c on c.customer_id = d.customer_id
     where c.created_on between @from and @until and c.merged_into_id is null`,
    'r.followed_on between @from and @until',
  ],
  testDriveToOrder: [
    `select d.*, ${followed('case when o.ordered_on >= d."on" then o.ordered_on end')}
     from (select t.test_drive_id as line_id, min(t.driven_on) as "on", t.staff_id, null as kind, null as caller_name, t.model,
         t.visit_id, t.customer_id, t.opportunity_id
       from test_drives t indexed by test_drives_on
       where t.driven_on between @from and @until group by t.opportunity_id) d
     join opportunities o on o.opportunity_id = d.opportunity_id`,
    'r.followed_on is not null',
  ],
}

/** Of the asker's people; what nobody received belongs to whoever answers for all of them or for a team. */
const whose = `(@staffIds is null or r.staff_id in (select value from json_each(@staffIds))
  or (r.staff_id is null and @withNobody = 1)) and (@staffId is null or r.staff_id = @staffId)
  and (@onlyNobody = 0 or r.staff_id is null)`

/** Whose records, and of which dates. */
export interface FigureSpan {
  readonly from: BusinessDate
  readonly until: BusinessDate
  readonly staffId: string | null
  readonly scope: Scope
  /** With what nobody received. */
  readonly withNobody: boolean
  /** And with nothing else. */
  readonly onlyNobody: boolean
}
type Asked = {
  readonly from: string
  readonly until: string
  readonly staffId: string | null
  readonly staffIds: string | null
  readonly withNobody: number
  readonly onlyNobody: number
}
const parametersOf = ({ from, until, staffId, scope, withNobody, onlyNobody }: FigureSpan): Asked => ({
  from,
  until,
  staffId,
  staffIds: scopeParameter(scope),
  withNobody: withNobody ? 1 : 0,
  onlyNobody: onlyNobody ? 1 : 0,
})

const counts = perFigure((figure) => {
  const [rows, counted] = records[figure]
  return preparedSql<{ staffId: string | null; numerator: number; denominator: number }, Asked>(
    `select r.staff_id as staffId, coalesce(sum(${counted}), 0) as numerator, count(*) as denominator
     from (${rows}) r where ${whose} group by r.staff_id`,
  )
})
/** How many records each person has in a figure, and how many of them count. */
export const countFigure = (store: ReadableStore, figure: ShowroomFigure, span: FigureSpan) =>
  counts[figure](store).all(parametersOf(span))

/** A record that a figure counts. */
export interface FigureRecord {
  readonly lineId: string
  readonly on: BusinessDate
  readonly counted: 0 | 1
  readonly followedOn: BusinessDate | null
  readonly staffId: string | null
  readonly staffName: string | null
  readonly kind: VisitKind | null
  readonly callerName: string | null
  readonly model: string | null
  readonly visitId: string | null
  readonly customerId: string | null
  readonly customerName: string | null
  readonly ownerId: string | null
  readonly opportunityId: string | null
}
type Paged = Asked & { readonly only: number | null; readonly limit: number; readonly offset: number }
const only = (counted: string) => `(@only is null or (${counted}) = @only)`
const lines = perFigure((figure) => {
  const [rows, counted] = records[figure]
  return preparedSql<FigureRecord, Paged>(
    `select r.line_id as lineId, r."on", coalesce(${counted}, 0) as counted,
       case when ${counted} then r.followed_on end as followedOn, r.staff_id as staffId, s.name as staffName, r.kind,
       r.caller_name as callerName, r.model, r.visit_id as visitId, r.customer_id as customerId, c.name as customerName,
       c.owner_id as ownerId, r.opportunity_id as opportunityId
     from (${rows}) r left join staff s on s.staff_id = r.staff_id left join customers c on c.customer_id = r.customer_id
     where ${whose} and ${only(`coalesce(${counted}, 0)`)}
     order by r."on" desc, r.line_id limit @limit offset @offset`,
  )
})
const totals = perFigure((figure) => {
  const [rows, counted] = records[figure]
  return preparedSql<{ n: number }, Asked & { readonly only: number | null }>(
    `select count(*) as n from (${rows}) r where ${whose} and ${only(`coalesce(${counted}, 0)`)}`,
  )
})
/** The records of a figure, newest first. */
export function listFigureRecords(
  store: ReadableStore,
  figure: ShowroomFigure,
  span: FigureSpan,
  page: { readonly counted: boolean | undefined; readonly limit: number; readonly offset: number },
) {
  const only = page.counted === undefined ? null : page.counted ? 1 : 0
  const asked = { ...parametersOf(span), only }
  const { limit, offset } = page
  return {
    rows: lines[figure](store).all({ ...asked, limit, offset }),
    total: totals[figure](store).get(asked)?.n ?? 0,
  }
}

function perFigure<T>(make: (figure: ShowroomFigure) => T): Readonly<Record<ShowroomFigure, T>> {
  return Object.fromEntries(showroomFigures.map((figure) => [figure, make(figure)])) as Record<
    ShowroomFigure,
    T
  >
}
