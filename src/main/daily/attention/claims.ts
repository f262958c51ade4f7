import { inScope } from '#shared/access/can.ts'
import { maskName } from '#shared/domain/mask-name.ts'
import { reason } from '#shared/reasons.ts'
import { listWaitingClaims } from '#main/store/read/claims.ts'
import { attentionOf, type AttentionSource } from './source.ts'

/** Claims that wait, once each: beside the owner who should answer, else beside the claimant of the sheet. */
export const claimsAttention: AttentionSource = (store, context, date, staff) =>
  listWaitingClaims(store, date.endsAt).flatMap((each) => {
    const { claimId, customerId, customerName, filedOn, claimantId, ownerId, answered } = each
    const beside =
      staff.find(({ staffId }) => staffId === ownerId) ?? staff.find(({ staffId }) => staffId === claimantId)
    if (!beside) return []
    const mayOpen = inScope(context.scope, each.presentOwnerId)
    const code = answered === 1 ? 'claim_waits_for_decision' : 'claim_waits_for_answer'
    const { claimantName: claimant, ownerName: owner } = each
    return [
      attentionOf(beside, {
        kind: 'claim_open',
        on: filedOn,
        // A claimant's manager knows of another team's customer no more than the claimant does.
        customerId: mayOpen ? customerId : null,
        customerName: mayOpen ? customerName : maskName(customerName),
        refId: claimId,
        reasons: [reason(code, { claimant, owner, filedOn })],
      }),
    ]
  })
