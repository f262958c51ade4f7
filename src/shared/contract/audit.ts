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
  /** Whether the chain holds; else the first broken entry. */
  verify: query({
    access: 'audit.read',
    output: z.object({
      ok: z.boolean(),
      entries: z.number().int(),
      firstBroken: z.object({ sequence: z.number().int(), code: z.string() }).nullable(),
    }),
  }),
}
