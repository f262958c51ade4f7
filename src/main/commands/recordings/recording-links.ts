import { inScope } from '#shared/access/can.ts'
import { refuse } from '#shared/errors.ts'
import type { Reason } from '#shared/reasons.ts'
import { latest } from '#shared/time/business-date.ts'
import type { Context } from '#main/calls/context.ts'
import { judgeEffective } from '#main/rules/effective-follow-up.ts'
import { mayLink } from '#main/rules/match-recording.ts'
import type { ReadableStore, WritableStore } from '#main/store/handle.ts'
import { findCustomer, findCustomerByPhone } from '#main/store/read/customers.ts'
import { findFollowUp, findRecording, listSameSound } from '#main/store/read/recordings.ts'
import { policyOn } from '#main/store/read/store.ts'
import type { CustomerRow, FollowUpRow, RecordingRow } from '#main/store/rows.ts'
import { changeCustomer } from '#main/store/write/customers.ts'
import { changeEffectiveness } from '#main/store/write/recordings.ts'
import { renewFamily } from '#main/commands/customers/relatives.ts'

export interface Contact {
  readonly followUp: FollowUpRow
  readonly customer: CustomerRow
}

/** A contact whoever made it: the caller knows that he may. */
export function findContact(store: ReadableStore, followUpId: string): Contact | undefined {
  const followUp = findFollowUp(store, followUpId)
  const customer = followUp && findCustomer(store, followUp.customerId)
  return customer && { followUp, customer }
}

/** Whether a contact is the asker's: of a customer within his reach, or made by somebody within it. */
const isWithinReach = ({ scope }: Context, { followUp, customer }: Contact): boolean =>
  inScope(scope, customer.ownerId) || inScope(scope, followUp.staffId)

/** A contact of the asker's scope; somebody else's is answered as if there were none. */
export function getContact(store: ReadableStore, context: Context, followUpId: string): Contact {
  const contact = findContact(store, followUpId)
  if (!contact || !isWithinReach(context, contact))
    return refuse('NOT_FOUND', { what: 'followUp', id: followUpId })
  return contact
}

/** A recording of the asker's scope: of a contact of his, or with a number of one of his customers. */
export function getRecording(store: ReadableStore, context: Context, recordingId: string): RecordingRow {
  const row = findRecording(store, recordingId)
  const contact = row?.followUpId ? findContact(store, row.followUpId) : undefined
  const ownerId =
    row && !row.followUpId && row.phone ? findCustomerByPhone(store, row.phone)?.customer.ownerId : null
  const isHis = contact
    ? isWithinReach(context, contact)
    : context.scope.kind === 'store' || inScope(context.scope, ownerId ?? null)
  if (!row || !isHis) return refuse('NOT_FOUND', { what: 'recording', id: recordingId })
  return row
}

/** Why a sound may not be linked to a contact: one call proves one contact. */
export function findAgainst(
  store: ReadableStore,
  sha256: string,
  { followUp }: Contact,
): { readonly reasons: readonly Reason[]; readonly unlinked: RecordingRow | undefined } {
  const same = listSameSound(store, sha256)
  const reasons = mayLink(
    followUp,
    same.flatMap((each) => (each.followUp ? [each.followUp] : [])),
  )
  return { reasons, unlinked: same.find(({ recording }) => !recording.followUpId)?.recording }
}

/**
 * Judges a contact anew now that it has a recording, by the policy under which it was recorded. Where it
 * comes to count, it renews the owner's protection if it is his own, or counts for him. Whether it counts now.
 */
export function judgeWithRecording(store: WritableStore, { followUp, customer }: Contact): boolean {
  if (followUp.effective) return true
  const { policy } = policyOn(store, followUp.recordedOn)
  const { yes, reasons } = judgeEffective({ ...followUp, hasRecording: true }, policy)
  changeEffectiveness(store, followUp.followUpId, { effective: yes, effectiveReasons: reasons })
  const { ownerId, lastEffectiveOn } = customer
  const countsForOwner = ownerId !== null && (followUp.countsForId ?? followUp.staffId) === ownerId
  const renewed = latest(followUp.contactedOn, lastEffectiveOn ?? followUp.contactedOn)
  if (yes && countsForOwner && renewed !== lastEffectiveOn)
    changeCustomer(store, customer, { lastEffectiveOn: renewed })
  if (yes && countsForOwner) renewFamily(store, customer, followUp.contactedOn)
  return yes
}
