import { refuseField } from '#shared/errors.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Context } from '#main/calls/context.ts'
import type { WritableStore } from '#main/store/handle.ts'
import { leadingOpportunity } from '#main/store/read/customer-list.ts'
import { listOpportunities } from '#main/store/read/customers.ts'
import { findTestDriveByAgreement, findTestDriveOfVisit } from '#main/store/read/test-drives.ts'
import type { VisitRow } from '#main/store/rows.ts'
import { addTestDrive, changeTestDrive } from '#main/store/write/visits.ts'

/** A test drive 试驾 to be entered. */
interface TestDrive {
  readonly opportunityId: string
  readonly customerId: string
  readonly visitId: string | null
  readonly drivenOn: BusinessDate
  readonly model: string | null
  readonly agreementNumber: string | null
  readonly staffId: string | null
}

/** The number of a signed agreement belongs to one test drive. */
function requireFreeAgreement(store: WritableStore, agreementNumber: string | null, except?: string): void {
  const used = agreementNumber ? findTestDriveByAgreement(store, agreementNumber) : undefined
  if (used && used.testDriveId !== except)
    refuseField('agreementNumber', 'agreement_used', { drivenOn: used.drivenOn })
}

/** Enters a test drive; one number of an agreement is used once. */
export function enterTestDrive(store: WritableStore, context: Context, drive: TestDrive): string {
  requireFreeAgreement(store, drive.agreementNumber)
  const testDriveId = context.newId()
  addTestDrive(store, { testDriveId, ...drive, recordedAt: context.now })
  return testDriveId
}

/**
 * A line that says that he drove has its test drive once it is known whose it is: of the opportunity to which the visit led, else of the
 * leading one of the known customer.
 */
export function keepTestDrive(store: WritableStore, context: Context, visit: VisitRow): void {
  const { customerId, visitId, agreementNumber } = visit
  if (!visit.testDrive || customerId === null) return
  const entered = findTestDriveOfVisit(store, visit)
  if (entered) {
    // The line was linked to somebody else since: whoever drove is whoever came.
    if (visit.opportunityId !== null && visit.opportunityId !== entered.opportunityId)
      changeTestDrive(store, entered.testDriveId, { customerId, opportunityId: visit.opportunityId })
    if (agreementNumber === null || agreementNumber === entered.agreementNumber) return
    requireFreeAgreement(store, agreementNumber, entered.testDriveId)
    changeTestDrive(store, entered.testDriveId, { agreementNumber })
    return
  }
  const leading = leadingOpportunity(listOpportunities(store, customerId), context.policy)
  const opportunityId = visit.opportunityId ?? leading?.opportunityId
  if (!opportunityId) return
  enterTestDrive(store, context, {
    opportunityId,
    customerId,
    visitId,
    drivenOn: visit.visitedOn,
    model: visit.model,
    agreementNumber,
    staffId: visit.consultantId,
  })
}
