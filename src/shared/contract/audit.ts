import { z } from 'zod'
import { query } from './declare.ts'
import { date, id, instant, page, rowsOf } from './pieces.ts'

/** The trail of writes. */
export const auditRow = z.object({
  sequence: z.number().int(),
  at: instant,
  clockSuspect: z.boolean(),
  staffId: id.nullable(),
  staffName: z.string().nullable(),
  call: z.string(),
  reason: z.string().nullable(),
  /** What changed, table by table; names and phones of customers are left out for whoever may not read customers. */
  changes: z.string(),
})

/** S6 One thing that was done to the store past the program; its words stand in `text/<language>/cli.ts` under its code. */
export const trailFinding = z.object({
  code: z.string(),
  table: z.string(),
  /** The row or entry; left out as `…` where it is a phone and the asker may not read customers. */
  id: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
})

/** S6 What a verification looked at, and what it found. */
export const verifiedTrail = z.object({
  ok: z.boolean(),
  verifiedAt: instant,
  /** Entries of the trail that hold, before the first that does not. */
  entries: z.number().int(),
  rows: z.number().int(),
  tables: z.number().int(),
  /** Whether the content is what the last entry says; null where it was never counted. */
  contentHolds: z.boolean().nullable(),
  heads: z.object({
    compared: z.number().int(),
    matched: z.number().int(),
    /** Of the life of the store that a restore took back. */
    beforeRestore: z.number().int(),
    /** The highest that matches. */
    latest: z
      .object({
        kind: z.enum(['backup', 'signed_check']),
        name: z.string(),
        sequence: z.number().int(),
        at: instant,
      })
      .nullable(),
  }),
  findings: z.array(trailFinding),
  findingCount: z.number().int(),
  /** The first entry that is not what was written or where it was. */
  firstBroken: z.object({ sequence: z.number().int(), code: z.string() }).nullable(),
})

export const audit = {
  /** Newest first. */
  list: query({
    access: 'audit.read',
    input: z
      .strictObject({
        staffId: id.optional(),
        call: z.string().max(60).optional(),
        from: date.optional(),
        until: date.optional(),
        ...page,
      })
      .optional(),
    output: rowsOf(auditRow),
  }),
  /**
   * S6 Verifies the chain, every row by the trail, and both by the heads kept in backups and on signed sheets. Reads the whole store beside
   * the windows' thread: seconds in a big one.
   */
  verify: query({ access: 'audit.read', output: verifiedTrail }),
}
