import type { Scanned } from '#shared/contract/recordings.ts'
import type { RecordingState } from '#shared/domain/codes.ts'
import { Refusal } from '#shared/errors.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import { compareDigest, glanceAt } from '#main/files/recordings/look-at.ts'
import { placeOf } from '#main/files/recordings/recording-folder.ts'
import { discard, takeIn, type TakenIn } from '#main/files/recordings/take-in.ts'
import { walkFolder, type WatchedFile } from '#main/files/recordings/walk-folder.ts'
import { systemClock } from '#main/platform/clock.ts'
import { newId } from '#main/platform/ids.ts'
import { readRecordingName } from '#main/rules/read-recording-name.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { listKeptFiles, listSameSound, type KeptFile } from '#main/store/read/recordings.ts'
import { getStore } from '#main/store/read/store.ts'
import { ownFolderOf } from './recording-preparation.ts'
import { findWatchedFolder } from './recording-settings.ts'

/** Around the scan. */
export interface ScanFacts {
  readonly store: ReadableStore
  readonly today: BusinessDate
  readonly now: Instant
  /** Looks at every file that was kept, not only at those whose turn it is. */
  readonly thorough: boolean
  /** The store is being closed: nothing more is to be read. */
  readonly stopped?: () => boolean
}

/** A file of the watched folder that was copied. */
export interface ScannedFile extends TakenIn {
  readonly recordingId: string
  readonly fileName: string
}

export interface PreparedScan {
  readonly files: readonly ScannedFile[]
  readonly states: readonly { readonly recordingId: string; readonly state: RecordingState }[]
  readonly counts: Pick<Scanned, 'skipped' | 'more' | 'reachable'>
  readonly watched: string | null
  /** Filled by the act: copies of what is there already, which go again. */
  readonly unneeded: Set<string>
}

/** What one scan takes at most, so that it never blocks for long; the next one goes on. */
const takenAtMost = 200
const takenBytesAtMost = 500 * 1024 * 1024
const comparedAtMost = 200
const comparedBytesAtMost = 256 * 1024 * 1024
/** A file that changed less than so many milliseconds ago may still be written. */
const settledAfter = 5000
/** A digest is compared at most once a day. */
const comparedEvery = 86_400_000

/** Files that were looked at since the store was opened, so that no scan reads a whole folder again. */
const lookedAt = new WeakMap<ReadableStore, Set<string>>()
const markOf = ({ file, bytes, changedAt }: WatchedFile) => `${bytes} ${changedAt} ${file}`

/** A name that says number and time, with its size, is that of one call only. */
const knownNames = (zone: string, kept: readonly KeptFile[]) => {
  const names = new Set(kept.map(({ fileName, bytes }) => `${bytes} ${fileName}`))
  return ({ name, bytes }: WatchedFile): boolean => {
    if (!names.has(`${bytes} ${name}`)) return false
    const { phones, recordedAt } = readRecordingName(name, zone)
    return phones.length > 0 && recordedAt !== null
  }
}

/** Copies what is new in the watched folder. */
async function takeNew(facts: ScanFacts, watched: string, kept: readonly KeptFile[]) {
  const { store, today, stopped = () => false } = facts
  const own = ownFolderOf(store)
  const seen = lookedAt.get(store) ?? new Set<string>()
  lookedAt.set(store, seen)
  const isKnown = knownNames(getStore(store).zone, kept)
  const walked = await walkFolder(watched, own)
  const files: (ScannedFile & { readonly mark: string })[] = []
  const counts = { skipped: 0, more: walked?.more ?? false, reachable: walked !== undefined }
  let bytes = 0
  for (const found of walked?.files ?? []) {
    const mark = markOf(found)
    if (seen.has(mark) || Math.abs(systemClock.now() - found.changedAt) < settledAfter) continue
    if (isKnown(found)) {
      seen.add(mark)
      continue
    }
    if (stopped()) break
    if (files.length >= takenAtMost || bytes + found.bytes > takenBytesAtMost) {
      counts.more = true
      break
    }
    try {
      const recordingId = newId()
      const taken = await takeIn(found.file, own, placeOf(recordingId, today, found.name))
      const isThere =
        files.some(({ sha256 }) => sha256 === taken.sha256) ||
        stopped() ||
        listSameSound(store, taken.sha256).length > 0
      if (isThere) {
        await discard(own, taken.place)
        seen.add(mark)
        continue
      }
      bytes += taken.bytes
      files.push({ ...taken, recordingId, fileName: found.name, mark })
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'STORE_FULL') throw error
      counts.skipped += 1
      // What is no sound stays none; what could not be read may be read the next time.
      if (error.data && 'reason' in error.data && error.data.reason === 'no_recording') seen.add(mark)
    }
  }
  return { files, counts, remember: () => files.forEach(({ mark }) => seen.add(mark)) }
}

/** Looks whether files that were kept are still there, and compares the digests whose turn it is. */
async function lookAfter(facts: ScanFacts, kept: readonly KeptFile[]): Promise<PreparedScan['states']> {
  const { store, now, thorough, stopped = () => false } = facts
  const own = ownFolderOf(store)
  const states: { recordingId: string; state: RecordingState }[] = []
  let compared = 0
  let bytes = 0
  for (const each of kept) {
    if (stopped()) break
    const isDue = each.state !== 'present' || each.checkedAt <= now - comparedEvery
    const isTurn = isDue && compared < comparedAtMost && bytes + each.bytes <= comparedBytesAtMost
    if (isTurn) {
      compared += 1
      bytes += each.bytes
      const state = await compareDigest(own, each)
      if (state !== each.state || each.state === 'present')
        states.push({ recordingId: each.recordingId, state })
    } else if (thorough && each.state === 'present') {
      const state = await glanceAt(own, each)
      if (state !== 'present') states.push({ recordingId: each.recordingId, state })
    }
  }
  return states
}

/** Everything of a scan that reads or copies files, before its one transaction. */
export async function prepareScanning(facts: ScanFacts): Promise<{
  readonly value: PreparedScan
  readonly discard: () => Promise<void>
  readonly settle: () => Promise<void>
}> {
  const { store } = facts
  const own = ownFolderOf(store)
  const watched = findWatchedFolder(store)
  const kept = listKeptFiles(store)
  const states = await lookAfter(facts, kept)
  const isStopped = facts.stopped?.() === true
  const taken = watched === null || isStopped ? undefined : await takeNew(facts, watched, kept)
  const value: PreparedScan = {
    files: taken?.files ?? [],
    states,
    counts: taken?.counts ?? { skipped: 0, more: false, reachable: true },
    watched,
    unneeded: new Set(),
  }
  return {
    value,
    discard: async () => {
      for (const { place } of value.files) await discard(own, place)
    },
    settle: async () => {
      taken?.remember()
      for (const place of value.unneeded) await discard(own, place)
    },
  }
}

/** A scan that somebody asked for looks at everything. */
export const prepareScan = (_input: unknown, facts: Omit<ScanFacts, 'thorough'>) =>
  prepareScanning({ ...facts, thorough: true })
