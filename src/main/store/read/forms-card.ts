import type { VisitKind } from '#shared/domain/codes.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { ReadableStore } from '../handle.ts'
import { preparedSql } from '../prepared.ts'

const visitsOfCustomer = preparedSql<
  {
    visitId: string
    on: BusinessDate
    kind: VisitKind
    arrivedTime: string | null
    leftTime: string | null
    consultantName: string | null
  },
  { customerId: string }
>(
  `select v.visit_id as visitId, v.visited_on as "on", v.kind, v.arrived_time as arrivedTime, v.left_time as leftTime,
     s.name as consultantName
   from visits v indexed by visits_customer left join staff s on s.staff_id = v.consultant_id
   where v.customer_id = @customerId order by v.visited_on, v.arrived_time, v.visit_id`,
)
/** The visits of a customer, oldest first. */
export const listVisitsOfCustomer = (store: ReadableStore, customerId: string) =>
  visitsOfCustomer(store).all({ customerId })

const drivesOfCustomer = preparedSql<
  {
    testDriveId: string
    on: BusinessDate
    model: string | null
    agreementNumber: string | null
    staffName: string | null
  },
  { customerId: string }
>(
  `select t.test_drive_id as testDriveId, t.driven_on as "on", t.model, t.agreement_number as agreementNumber,
     s.name as staffName
   from test_drives t indexed by test_drives_customer left join staff s on s.staff_id = t.staff_id
   where t.customer_id = @customerId order by t.driven_on, t.test_drive_id`,
)
/** The test drives of a customer with the numbers of their agreements, oldest first. */
export const listDrivesOnCard = (store: ReadableStore, customerId: string) =>
  drivesOfCustomer(store).all({ customerId })
