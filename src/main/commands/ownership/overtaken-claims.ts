import { texts } from '#shared/text/index.ts'
import { fill } from '#shared/text/say.ts'
import type { Context } from '#main/calls/context.ts'
import { claimStanding, isOpenClaim } from '#main/rules/claim.ts'
import type { WritableStore } from '#main/store/handle.ts'
import { listClaimsOfCustomer } from '#main/store/read/claims.ts'
import { findStaff } from '#main/store/read/staff.ts'
import type { TransferSnapshot } from '#main/store/schema/ownership.ts'
import { changeClaim } from '#main/store/write/claims.ts'

type Overtaken = NonNullable<TransferSnapshot['claims']>

/**
 * A customer goes to somebody else while claims on him wait: protection begins anew with the new owner, so that nothing is left
 * to decide. They close, and whoever filed one reads why. Returns them as they stood.
 */
export function overtakeClaims(
  store: WritableStore,
  { now, actor, store: file }: Context,
  customerId: string,
  to: string,
): Overtaken {
  const words = texts[file.locale === 'en' ? 'en' : 'zh-CN'].ownership.record
  const name = findStaff(store, to)?.name ?? ''
  return listClaimsOfCustomer(store, customerId).flatMap(({ claim: { claimId, claimantId, status } }) => {
    if (!isOpenClaim(status)) return []
    changeClaim(store, claimId, {
      status: 'withdrawn',
      decidedAt: now,
      decidedBy: actor.staffId,
      decisionReason: claimantId === to ? words.overtakenByHim : fill(words.overtaken, { name }),
    })
    return [{ claimId, status }]
  })
}

/** The transfer is undone: what it had overtaken waits again, unless its claimant has filed another one since. */
export function reopenClaims(store: WritableStore, customerId: string, overtaken: Overtaken): void {
  const then = new Map(overtaken.map(({ claimId, status }) => [claimId, status]))
  const claims = overtaken.length > 0 ? listClaimsOfCustomer(store, customerId).map(({ claim }) => claim) : []
  for (const claim of claims) {
    const status = then.get(claim.claimId)
    const isAnew = claims.some(
      ({ claimantId, status: present }) => claimantId === claim.claimantId && isOpenClaim(present),
    )
    if (status === undefined || isAnew || claimStanding(claim) !== 'overtaken') continue
    changeClaim(store, claim.claimId, { status, decidedAt: null, decidedBy: null, decisionReason: null })
  }
}
