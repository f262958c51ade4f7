import { addRecording } from '#main/store/write/recordings.ts'
import { asBusinessDate } from '#shared/time/business-date.ts'
import { act } from '#tests/support/acts.ts'
import { readRows, reach, register, planOn } from '#tests/support/book.ts'
import {
  openTrainingStore,
  type LooseInput,
  type PersonName,
  type TrainingStore,
} from '#tests/support/training-store.ts'

/** A customer of 陈晓东 whom others call: what tests of ownership need again and again. */

export const phoneOf = (store: TrainingStore, customerId: string): string =>
  readRows<{ mobile: string }>(store, `select mobile from customers where customer_id = '${customerId}'`)[0]
    ?.mobile ?? ''

/** 王伟, a C of 陈晓东, registered and effectively reached on 2026-03-02: protected until 04-01, dormant from 04-02. */
export function makeContested() {
  const store = openTrainingStore()
  const made = register(store, 'chen', { grade: 'C', expected: '2026-06-30', plan: '2026-03-02' })
  reach(store, 'chen', made.opportunityId, planOn('2026-04-01'))
  return { store, ...made, phone: phoneOf(store, made.customerId) }
}

/** A contact of somebody with a customer who is not his; effective unless the parts say otherwise. */
export const callFor = (
  store: TrainingStore,
  who: PersonName,
  phone: string,
  parts: Partial<LooseInput<'followUps.recordForAnother'>> = {},
) =>
  store.ok(who, 'followUps.recordForAnother', {
    phone,
    result: 'reached',
    channel: 'phone',
    content: '客户说一直没人联系他',
    ...parts,
  })

/** Files the claim of somebody by a contact of today. */
export function fileClaim(
  store: TrainingStore,
  who: PersonName,
  { customerId, phone }: { readonly customerId: string; readonly phone: string },
) {
  const { followUpId } = callFor(store, who, phone)
  const { claimId } = store.ok(who, 'claims.file', { customerId, followUpId, statement: '客户愿意由我跟进' })
  return { claimId, followUpId }
}

/** Puts a recording beside a follow-up, as if its file had been attached. */
export function writeRecording(
  store: TrainingStore,
  recordingId: string,
  followUpId: string | null,
  state: 'present' | 'missing' | 'changed' = 'present',
): string {
  act(store, (writable) =>
    addRecording(writable, {
      recordingId,
      followUpId,
      fileName: `${recordingId}.mp3`,
      path: `2026/${recordingId}.mp3`,
      sha256: recordingId.padEnd(64, '0'),
      bytes: 100,
      lengthMs: 63_000,
      phone: null,
      recordedAt: null,
      matchedByName: false,
      attachedOn: asBusinessDate('2026-04-02'),
      attachedAt: 1,
      attachedBy: null,
      state,
      checkedAt: 1,
    }),
  )
  return recordingId
}
