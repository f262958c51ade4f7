import type { Scanned } from '#shared/contract/recordings.ts'
import type { Policy } from '#shared/policy/policy.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import { dateOfRecording, readRecordingName } from '#main/rules/read-recording-name.ts'
import { matchRecording } from '#main/rules/match-recording.ts'
import type { ReadableStore, WritableStore } from '#main/store/handle.ts'
import { findCustomerByPhone } from '#main/store/read/customers.ts'
import {
  findRecording,
  listContactsOn,
  listSameSound,
  listWaitingRecordings,
} from '#main/store/read/recordings.ts'
import { addRecording, changeRecording } from '#main/store/write/recordings.ts'
import { findAgainst, findContact, judgeWithRecording } from './recording-links.ts'
import type { PreparedScan } from './recording-scan.ts'
import { findLastScan, saveLastScan } from './recording-settings.ts'

/** What the act of a scan knows; nobody needs to be signed in for one that runs by itself. */
export interface ScanContext {
  readonly staffId: string | null
  readonly now: Instant
  readonly today: BusinessDate
  readonly policy: Policy
  readonly zone: string
}

/** What the name of a file says, the number of a customer before any other in it. */
export function readName(store: ReadableStore, fileName: string, zone: string) {
  const { phones, recordedAt } = readRecordingName(fileName, zone)
  const ofCustomers = phones.filter((phone) => findCustomerByPhone(store, phone) !== undefined)
  return { phone: ofCustomers[0] ?? phones[0] ?? null, recordedAt }
}

/** The contact that each waiting recording belongs to, as far as number and time tell. */
export function findMatches(
  store: ReadableStore,
  policy: Policy,
  zone: string,
): { readonly recordingId: string; readonly followUpId: string }[] {
  return listWaitingRecordings(store).flatMap(({ recordingId, sha256, phone, recordedAt }) => {
    if (phone === null || recordedAt === null) return []
    const owner = findCustomerByPhone(store, phone)
    if (!owner) return []
    const on = dateOfRecording(recordedAt, zone)
    const contacts = listContactsOn(store, owner.customer.customerId, on)
    const followUpId = matchRecording({ recordedAt, on }, contacts, policy)
    const contact = followUpId === null ? undefined : findContact(store, followUpId)
    if (!contact || findAgainst(store, sha256, contact).reasons.length > 0) return []
    return [{ recordingId, followUpId: contact.followUp.followUpId }]
  })
}

/** How often a scan that found nothing is still noted, in milliseconds. */
const notedEvery = 3_600_000

/** Whether a scan that runs by itself has anything to write. */
export function hasWork(
  store: ReadableStore,
  { now, policy, zone }: Pick<ScanContext, 'now' | 'policy' | 'zone'>,
  scan: PreparedScan,
): boolean {
  if (scan.files.length > 0 || scan.states.length > 0) return true
  if (findMatches(store, policy, zone).length > 0) return true
  const last = findLastScan(store)
  if (scan.watched === null) return false
  return !last || last.at <= now - notedEvery || last.did.reachable !== scan.counts.reachable
}

/** The one act of a scan: new recordings, states, matches, and what it did. */
export function saveScan(store: WritableStore, context: ScanContext, scan: PreparedScan): Scanned {
  const { staffId, now, today, policy, zone } = context
  let missing = 0
  let changed = 0
  for (const { recordingId, state } of scan.states) {
    const before = findRecording(store, recordingId)
    if (!before) continue
    if (before.state !== state && state === 'missing') missing += 1
    if (before.state !== state && state === 'changed') changed += 1
    changeRecording(store, recordingId, { state, checkedAt: now })
  }
  const added = new Set<string>()
  for (const { recordingId, fileName, place, sha256, bytes, lengthMs } of scan.files) {
    // Another process may have taken it in meanwhile.
    if (listSameSound(store, sha256).length > 0) {
      scan.unneeded.add(place)
      continue
    }
    added.add(recordingId)
    addRecording(store, {
      recordingId,
      followUpId: null,
      fileName,
      path: place,
      sha256,
      bytes,
      lengthMs,
      ...readName(store, fileName, zone),
      matchedByName: false,
      attachedOn: today,
      attachedAt: now,
      attachedBy: staffId,
      state: 'present',
      checkedAt: now,
    })
  }
  const matches = findMatches(store, policy, zone)
  for (const { recordingId, followUpId } of matches) {
    const contact = findContact(store, followUpId)
    if (!contact) throw new Error(`follow-up ${followUpId} went away within the act`)
    changeRecording(store, recordingId, { followUpId, matchedByName: true })
    judgeWithRecording(store, contact)
  }
  const matchedNow = matches.filter(({ recordingId }) => added.has(recordingId)).length
  const did: Scanned = {
    ...scan.counts,
    found: added.size,
    matched: matches.length,
    unmatched: added.size - matchedNow,
    missing,
    changed,
  }
  if (scan.watched !== null) saveLastScan(store, { at: now, did })
  return did
}
