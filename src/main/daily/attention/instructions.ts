import { can } from '#shared/access/can.ts'
import { reason } from '#shared/reasons.ts'
import { businessDateAt } from '#shared/time/instant.ts'
import { findStaff } from '#main/store/read/staff.ts'
import { listAnsweredOfLeavers, listAnsweredThen } from '#main/store/read/instructions.ts'
import { attentionOf, type AttentionSource } from './source.ts'

/**
 * Instructions that were answered by the end of the date and waited to be closed: on the sheet of whoever gave
 * them, also when the customer has gone to another team since; of a giver who has left, on the sheets of those who may
 * close for him.
 */
export const instructionsAttention: AttentionSource = (store, { actor, scope, store: file }, { endsAt }) => {
  const given = listAnsweredThen(store, actor.staffId, endsAt)
  const left = can(actor, 'instruction.give').yes ? listAnsweredOfLeavers(store, scope, endsAt) : []
  return [...given, ...left].flatMap((row) => {
    const staff = findStaff(store, row.staffId)
    if (!staff || row.answeredAt === null) return []
    const answeredOn = businessDateAt(row.answeredAt, file.zone)
    return [
      attentionOf(staff, {
        kind: 'instruction_to_close',
        customerId: row.customerId,
        customerName: row.customerName,
        refId: row.instructionId,
        on: answeredOn,
        reasons: [
          reason('instruction_answered', {
            givenOn: row.givenOn,
            text: row.text,
            name: row.answeredBy ?? row.staffName,
            answeredOn,
            answer: row.answer ?? '',
          }),
        ],
      }),
    ]
  })
}
