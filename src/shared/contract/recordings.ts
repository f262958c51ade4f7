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

/** What a scan did. */
export const scanned = z.object({
  /** Files that were taken in. */
  found: z.number().int(),
  /** Recordings that found their follow-up, also ones taken in before. */
  matched: z.number().int(),
  /** Of the files taken in: those that wait for a follow-up. */
  unmatched: z.number().int(),
  /** Files named like recordings that are none, or that cannot be read. */
  skipped: z.number().int(),
  /** Recordings whose file was found missing, or changed, this time. */
  missing: z.number().int(),
  changed: z.number().int(),
  /** There is more than one scan takes: the next one goes on. */
  more: z.boolean(),
  /** False where a folder is watched that cannot be reached. */
  reachable: z.boolean(),
})
export type Scanned = z.infer<typeof scanned>

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
        /** Only those whose file is missing or changed. */
        lost: z.boolean().optional(),
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
  /**
   * The sound itself as base64, in parts, after its digest was compared; who listened is in the trail. Refuses
   * FILE_REFUSED when the file is missing; a changed one is played, and said to be changed.
   */
  listen: command({
    access: 'recording.read',
    input: z.strictObject({ recordingId: id, from: z.number().int().min(0).optional() }),
    output: z.object({
      mime: z.string(),
      base64: z.string(),
      bytes: z.number().int(),
      /** Where the next part begins; null with the last one. */
      next: z.number().int().nullable(),
      state: recordingState,
      fileName: z.string(),
      /** For a player of the system, where the format is none that a window can play. */
      path: z.string(),
    }),
    changes: ['recordings'],
    repeatable: true,
  }),
  /** The folder that is watched, beside the store's own; null for none. */
  folder: query({
    access: 'recording.manage',
    output: z.object({
      watched: z.string().nullable(),
      own: z.string(),
      lastScanAt: instant.nullable(),
      /** What the last scan that took note found; null before the first. */
      lastScan: scanned.nullable(),
    }),
  }),
  /** Watches another folder, or none. Refuses VALIDATION_FAILED for what is no folder, or the store's own. */
  setFolder: command({
    access: 'recording.manage',
    input: z.strictObject({ watched: z.string().max(2000).nullable() }),
    changes: ['recordings'],
  }),
  /**
   * Takes in what is new in the watched folder, matches by number and time, and looks whether the files of
   * all recordings are still there; digests are compared in turn, each at most once a day. It also runs by itself.
   */
  scan: command({
    access: 'recording.attach',
    output: scanned,
    changes: ['recordings', 'customers', 'plans', 'checks'],
  }),
}
