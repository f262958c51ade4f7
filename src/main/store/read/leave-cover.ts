import type { ViolationKind, ViolationStatus } from '#shared/domain/codes.ts'
import type { Reason } from '#shared/reasons.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { ReadableStore } from '../handle.ts'
import { preparedSql } from '../prepared.ts'
import { coveredForOwner } from './leave-conditions.ts'

const coveredOf = preparedSql<
  { planId: string; opportunityId: string },
  { customerId: string; staffId: string }
>(
  `select p.plan_id as planId, p.opportunity_id as opportunityId
   from plans p indexed by plans_customer join customers c on c.customer_id = p.customer_id
   where p.customer_id = @customerId and p.assignee_id = @staffId and p.status = 'open'
     and c.owner_id is not @staffId and ${coveredForOwner}`,
)
/** The open plans of a customer that somebody covers for the owner. */
export const listCoveredOf = (store: ReadableStore, customerId: string, staffId: string) =>
  coveredOf(store).all({ customerId, staffId })

/** A plan that somebody covers, with what its briefing says. */
export interface CoveredPlan {
  readonly planId: string
  readonly opportunityId: string
  readonly customerId: string
  readonly customerName: string
  readonly phone: string
  readonly model: string | null
  readonly grade: string
  readonly expectedPurchaseDate: BusinessDate | null
  readonly openedOn: BusinessDate
  readonly on: BusinessDate
  readonly channel: string
  readonly purpose: string
  readonly ownerId: string | null
  readonly ownerName: string | null
}
const coveredBy = preparedSql<CoveredPlan, { staffId: string }>(
  `select p.plan_id as planId, p.opportunity_id as opportunityId, p.customer_id as customerId, c.name as customerName,
     c.mobile as phone, o.model, o.grade, o.expected_purchase_date as expectedPurchaseDate, o.opened_on as openedOn,
     p.due_on as "on", p.channel, p.purpose, c.owner_id as ownerId, s.name as ownerName
   from plans p indexed by plans_to_do join customers c on c.customer_id = p.customer_id
   join opportunities o on o.opportunity_id = p.opportunity_id left join staff s on s.staff_id = c.owner_id
   where p.assignee_id = @staffId and p.status = 'open' and ${coveredForOwner}
   order by p.due_on, p.plan_id`,
)
/** Every open plan that somebody covers for a colleague, by date. */
export const listCovered = (store: ReadableStore, staffId: string) => coveredBy(store).all({ staffId })

const over = preparedSql<
  { lineId: string; planId: string; leaveId: string; staffId: string },
  { today: string }
>(
  `select n.line_id as lineId, p.plan_id as planId, l.leave_id as leaveId, l.staff_id as staffId
   from leave_lines n join leaves l on l.leave_id = n.leave_id join plans p on p.plan_id = n.plan_id
   where n.way = 'covered' and n.returned_at is null and l.until_on < @today and p.status = 'open'
     and p.leave_id = l.leave_id`,
)
/** Plans that are still covered although their leave is over. */
export const listCoversOver = (store: ReadableStore, today: BusinessDate) => over(store).all({ today })

const raised = preparedSql<
  {
    violationId: string
    kind: ViolationKind
    on: BusinessDate
    status: ViolationStatus
    customerName: string | null
    reasons: string
  },
  { staffId: string; from: string }
>(
  `select v.violation_id as violationId, v.kind, v."on", v.status, c.name as customerName, v.reasons
   from violations v indexed by violations_staff left join customers c on c.customer_id = v.customer_id
   where v.staff_id = @staffId and v."on" >= @from and v.kind in ('overdue_follow_up', 'frequency_breach')
     and v.status in ('raised', 'confirmed', 'objected', 'approved') order by v."on", v.rowid`,
)
/** What stands against somebody since a date and a leave could shield, with the reasons it was raised for. */
export const listShieldable = (store: ReadableStore, staffId: string, from: BusinessDate) =>
  raised(store)
    .all({ staffId, from })
    .map((row) => ({ ...row, reasons: JSON.parse(row.reasons) as Reason[] }))
