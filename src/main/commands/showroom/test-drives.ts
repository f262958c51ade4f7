import { normaliseAgreement } from '#shared/domain/agreement.ts'
import { refuseField } from '#shared/errors.ts'
import type { HandlersOf } from '#main/calls/context.ts'
import { listTestDrives } from '#main/store/read/test-drives.ts'
import { getCustomer, getOpportunity } from '#main/commands/subjects.ts'
import { enterTestDrive } from './visits-test-drive.ts'

export const testDrives: HandlersOf<'testDrives'> = {
  record: (store, { opportunityId, drivenOn, model, agreementNumber }, context) => {
    const opportunity = getOpportunity(store, context, opportunityId)
    const { today } = context
    if (drivenOn > today) refuseField('drivenOn', 'in_future', { today })
    const testDriveId = enterTestDrive(store, context, {
      opportunityId,
      customerId: opportunity.customerId,
      visitId: null,
      drivenOn,
      model: model || opportunity.model,
      agreementNumber: normaliseAgreement(agreementNumber ?? '') || null,
      staffId: opportunity.ownerId,
    })
    return { testDriveId }
  },

  list: (store, { customerId }, context) => {
    const customer = getCustomer(store, context, customerId)
    const rows = listTestDrives(store, customer.customerId).map(({ testDrive, staffName }) => ({
      testDriveId: testDrive.testDriveId,
      opportunityId: testDrive.opportunityId,
      drivenOn: testDrive.drivenOn,
      model: testDrive.model,
      agreementNumber: testDrive.agreementNumber,
      staffName,
      visitId: testDrive.visitId,
    }))
    return { rows, nextCursor: null, total: rows.length }
  },
}
