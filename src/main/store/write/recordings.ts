import type { Reason } from '#shared/reasons.ts'
import type { WritableStore } from '../handle.ts'
import type { RecordingRow } from '../rows.ts'
import { followUps, recordings } from '../schema/index.ts'
import { insertRow, updateRow } from './rows.ts'

export const addRecording = (store: WritableStore, row: RecordingRow): void =>
  insertRow(store, recordings, row)

/** Links a recording to a follow-up, or notes what its file was found to be. */
export const changeRecording = (
  store: WritableStore,
  recordingId: string,
  patch: Partial<Pick<RecordingRow, 'followUpId' | 'matchedByName' | 'state' | 'checkedAt'>>,
): RecordingRow => updateRow(store, recordings, recordingId, patch)

/** Whether a follow-up counts, judged anew now that it has a recording: nothing else of it may change. */
export const changeEffectiveness = (
  store: WritableStore,
  followUpId: string,
  verdict: { readonly effective: boolean; readonly effectiveReasons: readonly Reason[] },
): void => {
  updateRow(store, followUps, followUpId, verdict)
}
