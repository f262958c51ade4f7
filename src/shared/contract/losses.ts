import { z } from 'zod'
import { lossReason } from '../domain/codes.ts'
import { command, query } from './declare.ts'
import { date, gradeCode, id, note, page, rowsOf } from './pieces.ts'

export const lossRow = z.object({
  opportunityId: id,
  customerId: id,
  customerName: z.string(),
  ownerId: id.nullable(),
  ownerName: z.string().nullable(),
  model: z.string().nullable(),
  grade: gradeCode,
  reason: lossReason,
  note: z.string().nullable(),
  competitor: z.string().nullable(),
  appliedOn: date,
  appliedBy: z.string(),
  lastContent: z.string().nullable(),
  mayDecide: z.boolean(),
})
export type LossRow = z.infer<typeof lossRow>

export const losses = {
  /** Losses that wait for a decision (R-4.11, 战败待审). */
  list: query({
    access: 'loss.read',
    input: z.strictObject({ ...page }).optional(),
    output: rowsOf(lossRow),
  }),
  approve: command({
    access: 'loss.decide',
    input: z.strictObject({ opportunityId: id, reason: note.optional() }),
    changes: ['losses', 'customers', 'plans'],
    judges: true,
  }),
  /** Refused, the opportunity reopens with a plan for the next working day. */
  refuse: command({
    access: 'loss.decide',
    input: z.strictObject({ opportunityId: id, reason: note.optional() }),
    output: z.object({ planId: id, on: date }),
    changes: ['losses', 'customers', 'plans'],
    judges: true,
  }),
}
