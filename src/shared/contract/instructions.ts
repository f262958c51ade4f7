import { z } from 'zod'
import { instructionStatus } from '../domain/codes.ts'
import { command, query } from './declare.ts'
import { date, gradeCode, id, instant, note, page, rowsOf, staffRef } from './pieces.ts'

/** An instruction 批注 and how far its loop has come. */
export const instructionRow = z.object({
  instructionId: id,
  status: instructionStatus,
  customerId: id,
  customerName: z.string(),
  followUpId: id.nullable(),
  /** Who is to answer: the customer's owner. */
  staffId: id,
  staffName: z.string(),
  givenBy: staffRef,
  givenOn: date,
  givenAt: instant,
  text: z.string(),
  dueOn: date.nullable(),
  /** Without an answer, and the date by which it was due has passed. */
  late: z.boolean(),
  proposedGrade: gradeCode.nullable(),
  helper: staffRef.nullable(),
  seenAt: instant.nullable(),
  answer: z.string().nullable(),
  /** Of the first answer; a later one betters its words. */
  answeredAt: instant.nullable(),
  answeredBy: z.string().nullable(),
  closedAt: instant.nullable(),
  closedBy: z.string().nullable(),
  /** A helper, and a giver whose team the customer has left, know of him and may not open his card. */
  mayOpenCard: z.boolean(),
  abilities: z.object({ see: z.boolean(), answer: z.boolean(), close: z.boolean() }),
})
export type InstructionRow = z.infer<typeof instructionRow>

export const instructions = {
  /** Those of the consultants within reach, those the asker gave, and those he is to help with; newest first. */
  list: query({
    access: 'instruction.read',
    input: z
      .strictObject({
        customerId: id.optional(),
        staffId: id.optional(),
        status: instructionStatus.optional(),
        /** Not closed. */
        open: z.boolean().optional(),
        ...page,
      })
      .optional(),
    output: rowsOf(instructionRow),
  }),
  /**
   * Gives one on a customer or on one of his follow-ups, to his owner; may propose a grade or name a
   * consultant who helps. The helper gets the name, the phone and a briefing; the owner stays owner.
   */
  add: command({
    access: 'instruction.give',
    input: z.strictObject({
      customerId: id.optional(),
      followUpId: id.optional(),
      text: note.min(1),
      dueOn: date.nullish(),
      proposedGrade: gradeCode.nullish(),
      helperId: id.nullish(),
    }),
    output: z.object({ instructionId: id }),
    changes: ['instructions', 'checks', 'customers'],
  }),
  /** He has read it; only its first time is noted. */
  see: command({
    access: 'instruction.answer',
    input: z.strictObject({ instructionIds: z.array(id).min(1).max(200) }),
    changes: ['instructions'],
  }),
  /** What was done, by the owner or the helper; may be put better until it is closed. */
  answer: command({
    access: 'instruction.answer',
    input: z.strictObject({ instructionId: id, text: note.min(1) }),
    changes: ['instructions', 'checks', 'customers'],
  }),
  /** The giver, the consultant's manager or a director closes what was answered. */
  close: command({
    access: 'instruction.give',
    input: z.strictObject({ instructionId: id }),
    changes: ['instructions', 'checks', 'customers'],
  }),
}
