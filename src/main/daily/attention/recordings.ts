import { reason } from '#shared/reasons.ts'
import { listLostRecordings } from '#main/store/read/recordings.ts'
import { attentionOf, type AttentionSource } from './source.ts'

/** Recordings whose file is missing or changed: what was proven by them cannot be shown any more. */
export const recordingsAttention: AttentionSource = (store, _context, date, staff) =>
  listLostRecordings(
    store,
    staff.map(({ staffId }) => staffId),
    date.endsAt,
  ).flatMap(({ staffId, recordingId, customerId, customerName, contactedOn, state, fileName }) => {
    const owner = staff.find((each) => each.staffId === staffId)
    if (!owner) return []
    const code = state === 'changed' ? 'recording_changed' : 'recording_missing'
    const reasons = [reason(code, { fileName, contactedOn })]
    const line = { customerId, customerName, refId: recordingId, on: contactedOn, reasons }
    return [attentionOf(owner, { kind: 'recording_lost', ...line })]
  })
