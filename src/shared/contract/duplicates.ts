import { z } from 'zod'
import { duplicateLevel, opportunityStatus } from '../domain/codes.ts'
import { customerFields as fieldsOfCustomer } from '../policy/policy.ts'
import { command, query } from './declare.ts'
import { customerFields, date, gradeCode, id, instant, name, note, page, reasonSchema } from './pieces.ts'

const text = z.string().nullable()

/** In what two records agree; the level is the strongest of them. */
export const agreement = z.enum(['phone', 'plate', 'name', 'area', 'model', 'family'])
export type Agreement = z.infer<typeof agreement>

/** Somebody on record who may be the same person. Where `masked`, he is somebody else's and only the mask is told. */
export const match = z.object({
  level: duplicateLevel,
  agrees: z.array(agreement),
  customerId: id,
  name: z.string(),
  masked: z.boolean(),
  ownerId: id.nullable(),
  ownerName: text,
  /** For whoever may open him; nothing of it for others. */
  phone: text,
  plate: text,
  area: text,
  model: text,
  grade: gradeCode.nullable(),
  lastContactOn: date.nullable(),
  mayOpen: z.boolean(),
})
export type Match = z.infer<typeof match>

/** One record of a pair: what a supervisor compares at a glance. */
export const pairSide = z.object({
  customerId: id,
  name: z.string(),
  phone: z.string(),
  plate: text,
  area: text,
  ownerId: id.nullable(),
  ownerName: text,
  model: text,
  grade: gradeCode.nullable(),
  status: opportunityStatus.nullable(),
  lastContactOn: date.nullable(),
  createdOn: date,
})
export type PairSide = z.infer<typeof pairSide>

export const suspectedPair = z.object({
  level: duplicateLevel,
  agrees: z.array(agreement),
  first: pairSide,
  second: pairSide,
  /** Owners differ: only a director may merge them. */
  ownersDiffer: z.boolean(),
  mayMerge: z.boolean(),
  /** Why both may have one phone, where a manager allowed it (R-3.4a). */
  sharedBecause: text,
  dismissed: z.object({ reason: z.string(), by: z.string(), on: date }).nullable(),
})
export type SuspectedPair = z.infer<typeof suspectedPair>

const pairInput = { firstId: id, secondId: id }

export const duplicates = {
  /**
   * R-3.4a The match ladder, asked while somebody types: same phone, same plate, same sound of the name with the same
   * area or the same model of an open opportunity. Linked relatives of `customerId` are told as such and are no suspicion.
   */
  check: query({
    access: 'duplicate.check',
    input: z.strictObject({
      phone: z.string().max(60).optional(),
      plate: z.string().max(40).optional(),
      name: name.optional(),
      area: customerFields.area.optional(),
      model: z.string().max(80).optional(),
      /** Whose data are being changed: he is not compared with himself. */
      customerId: id.optional(),
    }),
    output: z.object({ matches: z.array(match) }),
  }),
  /**
   * Pairs of records that may be one customer, strongest level first; both must be within reach. Phones that somebody allowed to
   * be shared are listed by their level alone.
   */
  list: query({
    access: 'duplicate.read',
    input: z
      .strictObject({
        level: z.enum(['phone', 'plate', 'name']).optional(),
        /** Those that were looked at and found to be two people, instead of those that wait. */
        dismissed: z.boolean().optional(),
        ...page,
      })
      .optional(),
    output: z.object({ rows: z.array(suspectedPair), nextCursor: z.string().nullable() }),
  }),
  /** Two people after all: the pair is suspected no more. */
  dismiss: command({
    access: 'customer.merge',
    input: z.strictObject({ ...pairInput, reason: note.min(1) }),
    changes: ['customers'],
  }),
  /** Suspects a dismissed pair again. */
  undismiss: command({
    access: 'customer.merge',
    input: z.strictObject(pairInput),
    changes: ['customers'],
  }),
}

/** Every field of the customer is chosen, from the one record or the other. */
export const mergedFields = fieldsOfCustomer
export const mergedField = z.enum(mergedFields)
export type MergedField = z.infer<typeof mergedField>
export const mergeSide = z.enum(['kept', 'dropped'])
export type MergeSide = z.infer<typeof mergeSide>

/** What of the dropped record goes to the kept one. */
export const movedThings = [
  'opportunities',
  'followUps',
  'plans',
  'visits',
  'testDrives',
  'appointments',
  'leads',
  'instructions',
  'recordings',
  'claims',
  'violations',
  'relatives',
  'phones',
] as const
export type MovedThing = (typeof movedThings)[number]

const record = z.object({
  customerId: id,
  version: z.number().int(),
  name: z.string(),
  phones: z.array(z.string()),
  ownerId: id.nullable(),
  ownerName: text,
  grade: gradeCode.nullable(),
  createdOn: date,
  lastContactOn: date.nullable(),
})
const twoIds = { keptId: id, droppedId: id }

/** What a merge and its undo may change on a screen. */
const whateverHangsOnACustomer = [
  'customers',
  'plans',
  'losses',
  'instructions',
  'claims',
  'recordings',
  'checks',
  'visits',
  'leads',
  'staff',
] as const

export const merges = {
  /** Both records side by side, what would move, whose he would be, and what stands in the way. */
  preview: query({
    access: 'customer.merge',
    input: z.strictObject(twoIds),
    output: z.object({
      kept: record,
      dropped: record,
      fields: z.array(
        z.object({
          field: mergedField,
          kept: text,
          dropped: text,
          differs: z.boolean(),
          /** The filled one; of two filled ones that of the record with the later contact. */
          choice: mergeSide,
        }),
      ),
      moves: z.record(z.enum(movedThings), z.number().int()),
      /** Whose the customer will be, and whose the dropped record is now. */
      ownersDiffer: z.boolean(),
      /** Relatives of the dropped record who change owner with it. */
      relativesWithHim: z.array(z.string()),
      /** Why it would be refused; empty where it can be done. */
      problems: z.array(reasonSchema),
      /** What is worth knowing and refuses nothing. */
      warnings: z.array(reasonSchema),
    }),
  }),
  /** R-3.4a 合并: one act. Everything of the dropped record goes to the kept one; fields not named keep what was proposed. */
  apply: command({
    access: 'customer.merge',
    input: z.strictObject({
      ...twoIds,
      choices: z.partialRecord(mergedField, mergeSide).optional(),
      versions: z.strictObject({ kept: z.number().int(), dropped: z.number().int() }),
      reason: note.optional(),
    }),
    output: z.object({ mergeId: id, customerId: id, version: z.number().int() }),
    changes: whateverHangsOnACustomer,
    judges: true,
  }),
  /** Merges within reach, newest first, each with why it can no longer be undone. */
  list: query({
    access: 'customer.merge',
    input: z.strictObject({ customerId: id.optional(), ...page }).optional(),
    output: z.object({
      rows: z.array(
        z.object({
          mergeId: id,
          keptId: id,
          keptName: z.string(),
          droppedId: id,
          droppedName: z.string(),
          droppedPhone: z.string(),
          ownerName: text,
          /** The owner whom the dropped record had, where the merge gave it to another. */
          formerOwnerName: text,
          reason: text,
          mergedOn: date,
          mergedAt: instant,
          mergedBy: z.string(),
          undoneAt: instant.nullable(),
          undoneBy: text,
          /** The last date on which it can be undone. */
          undoUntil: date,
          /** Why it can no longer be undone; empty while it can. */
          obstacles: z.array(reasonSchema),
        }),
      ),
      nextCursor: z.string().nullable(),
      total: z.number().int(),
    }),
  }),
  /** R-3.4a Two records again, as they were; refused with the names of what has been worked on since, or after the days of the policy. */
  undo: command({
    access: 'customer.merge',
    input: z.strictObject({ mergeId: id, reason: note.optional() }),
    output: z.object({ keptId: id, droppedId: id }),
    changes: whateverHangsOnACustomer,
    judges: true,
  }),
}
