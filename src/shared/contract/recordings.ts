import { z } from 'zod'
import { recordingState } from '../domain/codes.ts'
import { command, query } from './declare.ts'
import { date, id, instant, page, rowsOf } from './pieces.ts'

/** A call recording 电话录音 and the follow-up it belongs to. */
export const recordingRow = z.object({
  recordingId: id,
  followUpId: id.nullable(),
  customerId: id.nullable(),
  customerName: z.string().nullable(),
  contactedOn: date.nullable(),
  staffName: z.string().nullable(),
  fileName: z.string(),
  sha256: z.string(),
  bytes: z.number().int(),
  lengthMs: z.number().int().nullable(),
  phone: z.string().nullable(),
  recordedAt: instant.nullable(),
  matchedByName: z.boolean(),
  attachedAt: instant,
  state: recordingState,
})
export type RecordingRow = z.infer<typeof recordingRow>

export const recordings = {
  /** Recordings within reach: of one follow-up, of one customer, without a follow-up, or lost. */
  list: query({
    access: 'recording.read',
    input: z
      .strictObject({
        followUpId: id.optional(),
        customerId: id.optional(),
        unmatched: z.boolean().optional(),
        state: recordingState.optional(),
        ...page,
      })
      .optional(),
    output: rowsOf(recordingRow),
  }),
  /**
   * Copies a file into the recordings folder and links it to a follow-up. A follow-up that was recorded late counts from
   * then on. Refuses FILE_REFUSED for what is no recording.
   */
  attach: command({
    access: 'recording.attach',
    input: z.strictObject({ followUpId: id, path: z.string().min(1).max(2000) }),
    output: z.object({ recordingId: id, sha256: z.string(), effective: z.boolean() }),
    changes: ['recordings', 'customers', 'plans', 'checks'],
  }),
  /** Links a file of the folder that fitted nobody to a follow-up. */
  match: command({
    access: 'recording.attach',
    input: z.strictObject({ recordingId: id, followUpId: id }),
    output: z.object({ effective: z.boolean() }),
    changes: ['recordings', 'customers', 'plans', 'checks'],
  }),
  /** The sound itself as base64, after its digest was compared; who listened is in the trail. */
  listen: command({
    access: 'recording.read',
    input: z.strictObject({ recordingId: id }),
    output: z.object({ mime: z.string(), base64: z.string(), state: recordingState }),
    changes: ['recordings'],
  }),
  /** The folder that is watched, beside the store's own; null for none. */
  folder: query({
    access: 'recording.read',
    output: z.object({ watched: z.string().nullable(), own: z.string(), lastScanAt: instant.nullable() }),
  }),
  setFolder: command({
    access: 'recording.manage',
    input: z.strictObject({ watched: z.string().max(2000).nullable() }),
    changes: ['recordings'],
  }),
  /** Takes in what is new in the watched folder, matches by number and time, and compares every digest. */
  scan: command({
    access: 'recording.attach',
    output: z.object({
      found: z.number().int(),
      matched: z.number().int(),
      unmatched: z.number().int(),
      missing: z.number().int(),
      changed: z.number().int(),
    }),
    changes: ['recordings', 'customers', 'plans', 'checks'],
  }),
}
