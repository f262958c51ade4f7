import { z } from 'zod'
import { policySchema } from '../policy/policy.ts'
import { command, query } from './declare.ts'
import { date, gradeCode, id, instant, note, rowsOf } from './pieces.ts'

const problem = z.object({
  field: z.string(),
  code: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const policyVersion = z.object({
  version: z.number().int(),
  effectiveFrom: date,
  publishedAt: instant,
  publishedBy: z.string().nullable(),
  note: z.string().nullable(),
  /** `replaced`: a later version overtook it on or before its date. */
  state: z.enum(['past', 'inForce', 'coming', 'replaced']),
})

/** What a policy would do to the open book. */
export const policyPreview = z.object({
  /** Why it cannot work; then nothing else is worked out. */
  problems: z.array(problem),
  openOpportunities: z.number().int(),
  /** Plans later than the limit that the new policy gives, the worst first; at most so many rows as asked. */
  beyondLimit: z.object({
    total: z.number().int(),
    rows: z.array(
      z.object({
        opportunityId: id,
        planId: id,
        customerId: id,
        customerName: z.string(),
        ownerName: z.string().nullable(),
        grade: gradeCode,
        planOn: date,
        limit: date,
        newLimit: date,
        movedTo: date,
      }),
    ),
  }),
  /** The first date of the change, from which the load is counted. */
  effectiveFrom: date,
  /** Opportunities whose grade by date, or whose code, changes. */
  gradeChanges: z.array(z.object({ from: gradeCode, to: gradeCode, count: z.number().int() })),
  /** Plans by consultant and day, as they stand and as they would be. */
  load: z.array(
    z.object({
      staffId: id,
      name: z.string(),
      days: z.array(z.object({ on: date, old: z.number().int(), new: z.number().int() })),
    }),
  ),
})
export type PolicyPreview = z.infer<typeof policyPreview>

export const policies = {
  /** The policy in force today. */
  current: query({
    access: 'policy.read',
    output: z.object({ version: z.number().int(), effectiveFrom: date, policy: policySchema }),
  }),
  /** Every version, the newest first. */
  list: query({ access: 'policy.read', output: rowsOf(policyVersion) }),
  get: query({
    access: 'policy.read',
    input: z.strictObject({ version: z.number().int() }),
    output: policyVersion.extend({ policy: policySchema }),
  }),
  /** R-2.5 What it would do to the open book from that date on. Works beside the windows' thread. */
  preview: query({
    access: 'policy.publish',
    input: z.strictObject({
      policy: policySchema,
      effectiveFrom: date.optional(),
      limit: z.number().int().min(1).max(500).optional(),
    }),
    output: policyPreview,
  }),
  /**
   * Publishes a new version from a date on, today or later. Refuses VALIDATION_FAILED with every problem and
   * its field. What was judged under an old version stays so.
   */
  publish: command({
    access: 'policy.publish',
    confirms: true,
    input: z.strictObject({ policy: policySchema, effectiveFrom: date, note: note.nullish() }),
    output: z.object({ version: z.number().int(), movedPlans: z.number().int() }),
    changes: ['store', 'plans', 'customers', 'checks'],
    judges: true,
  }),
}
