import { refuseField } from '#shared/errors.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Context } from '#main/calls/context.ts'
import type { WritableStore } from '#main/store/handle.ts'
import { leadingOpportunity } from '#main/store/read/customer-list.ts'
import { listOpportunities } from '#main/store/read/customers.ts'
import { findTestDriveByAgreement, findTestDriveOfVisit } from '#main/store/read/test-drives.ts'
import type { VisitRow } from '#main/store/rows.ts'
import { addTestDrive, changeTestDrive, removeTestDrive } from '#main/store/write/visits.ts'

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
 * leading one of the known customer. A number that another test drive has already is refused where the line is written; a card does not
 * wait for it, because a signed line can be corrected by nobody: the test drive then stands without one, and that is said.
 */
export function keepTestDrive(
  store: WritableStore,
  context: Context,
  visit: VisitRow,
  used: 'refused' | 'left_out' = 'refused',
): Reason[] {
  const { customerId, visitId } = visit
  const entered = findTestDriveOfVisit(store, visit)
  if (!visit.testDrive) {
    // He did not drive after all.
    if (entered) removeTestDrive(store, entered.testDriveId)
    return []
  }
  const other = visit.agreementNumber ? findTestDriveByAgreement(store, visit.agreementNumber) : undefined
  const isUsed = other !== undefined && other.testDriveId !== entered?.testDriveId
  if (isUsed && used === 'refused') requireFreeAgreement(store, visit.agreementNumber, entered?.testDriveId)
  if (customerId === null) return []
  const agreementNumber = isUsed ? null : visit.agreementNumber
  const leftOut = isUsed
    ? [reason('agreement_left_out', { agreementNumber: visit.agreementNumber, drivenOn: other.drivenOn })]
    : []
  if (entered) {
    // The line was linked to somebody else since: whoever drove is whoever came.
    if (visit.opportunityId !== null && visit.opportunityId !== entered.opportunityId)
      changeTestDrive(store, entered.testDriveId, { customerId, opportunityId: visit.opportunityId })
    if (agreementNumber !== null && agreementNumber !== entered.agreementNumber)
      changeTestDrive(store, entered.testDriveId, { agreementNumber })
    return leftOut
  }
  const leading = leadingOpportunity(listOpportunities(store, customerId), context.policy)
  const opportunityId = visit.opportunityId ?? leading?.opportunityId
  if (!opportunityId) return []
  enterTestDrive(store, context, {
    opportunityId,
    customerId,
    visitId,
    drivenOn: visit.visitedOn,
    model: visit.model,
    agreementNumber,
    staffId: visit.consultantId,
  })
  return leftOut
}
