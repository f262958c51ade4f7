import type { Input } from '#shared/contract/index.ts'
import type { RecordingState } from '#shared/domain/codes.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { discard, takeIn, type TakenIn } from '#main/files/recordings/take-in.ts'
import { compareDigest, readOn, readPart, type SoundPart } from '#main/files/recordings/look-at.ts'
import { placeOf, recordingFolderOf } from '#main/files/recordings/recording-folder.ts'
import { isFolder, liesWithin } from '#main/files/recordings/walk-folder.ts'
import { newId } from '#main/platform/ids.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { findRecording } from '#main/store/read/recordings.ts'
import { findStoreFile } from '#main/store/read/store-file.ts'

/** Around the call; see `application/prepare.ts`. */
interface Facts {
  readonly store: ReadableStore
  readonly today: BusinessDate
}

/** A recording that lies in its folder already, before any transaction. */
export interface PreparedRecording extends TakenIn {
  readonly recordingId: string
  readonly fileName: string
  /** Set by the call when it found that the same sound is there already: then the copy goes again. */
  unneeded: boolean
}
export interface PreparedPart {
  readonly sound: SoundPart | undefined
}
export interface PreparedState {
  readonly state: RecordingState | undefined
}
export interface PreparedFolder {
  readonly problem: 'folder_not_found' | 'own_recordings_folder' | null
}

/** Where the store keeps its recordings. */
export const ownFolderOf = (store: ReadableStore): string => recordingFolderOf(findStoreFile(store))

/** How much sound one answer carries. */
const partBytes = 6 * 1024 * 1024

/** The name alone, whichever system the path is of. */
const baseName = (source: string): string => source.split(/[/\\]/).at(-1) ?? source

/** Copies a recording to its place; refuses with FILE_REFUSED. The copy goes again when the call then fails. */
export async function prepareAttach(input: Input<'recordings', 'attach'>, { store, today }: Facts) {
  const folder = ownFolderOf(store)
  const recordingId = newId()
  const fileName = baseName(input.path)
  const taken = await takeIn(input.path, folder, placeOf(recordingId, today, fileName))
  const value: PreparedRecording = { ...taken, recordingId, fileName, unneeded: false }
  return {
    value,
    discard: () => discard(folder, taken.place),
    settle: async () => {
      if (value.unneeded) await discard(folder, taken.place)
    },
  }
}

/** Reads a part of a recording, with the first one comparing the digest of the whole. What is missing, the call says. */
export async function prepareListen(
  input: Input<'recordings', 'listen'>,
  { store }: Facts,
): Promise<{ readonly value: PreparedPart }> {
  const row = findRecording(store, input.recordingId)
  const { from = 0 } = input
  const read = from === 0 ? readPart : readOn
  return { value: { sound: row && (await read(ownFolderOf(store), row, { from, length: partBytes })) } }
}

/** Looks whether a recording is still what it was, before it may prove anything. */
export async function prepareMatch(
  input: Input<'recordings', 'match'>,
  { store }: Facts,
): Promise<{ readonly value: PreparedState }> {
  const row = findRecording(store, input.recordingId)
  return { value: { state: row ? await compareDigest(ownFolderOf(store), row) : undefined } }
}

/** Looks whether a folder can be watched: one that is there, and not where the store keeps its own recordings. */
export async function prepareSetFolder(
  input: Input<'recordings', 'setFolder'>,
  { store }: Facts,
): Promise<{ readonly value: PreparedFolder }> {
  const own = ownFolderOf(store)
  if (input.watched === null) return { value: { problem: null } }
  if (!(await isFolder(input.watched))) return { value: { problem: 'folder_not_found' } }
  return { value: { problem: liesWithin(input.watched, own) ? 'own_recordings_folder' : null } }
}
