import { z } from 'zod'
import { attention, figure, figures } from '../domain/codes.ts'
import { command, query } from './declare.ts'
import { date, gradeCode, id, instant, note, page, reasonSchema, rowsOf, staffRef } from './pieces.ts'

export const figureValues = z.object(
  Object.fromEntries(figures.map((f) => [f, z.number().int()])) as Record<
    (typeof figures)[number],
    z.ZodNumber
  >,
)
export type FigureValues = z.infer<typeof figureValues>
/** Share of executed follow-ups that were effective, 0 … 1; null where none was executed. */
const rate = z.number().min(0).max(1).nullable()

export const checkConsultant = z.object({
  staffId: id,
  name: z.string(),
  managerId: id.nullable(),
  figures: figureValues,
  effectiveRate: rate,
})
const signature = z.object({
  signedAt: instant,
  signedBy: staffRef,
  digest: z.string(),
  note: z.string().nullable(),
})

export const checkLine = z.object({
  figure,
  staffId: id,
  staffName: z.string(),
  customerId: id.nullable(),
  customerName: z.string().nullable(),
  opportunityId: id.nullable(),
  planId: id.nullable(),
  followUpId: id.nullable(),
  /** Of a visit without a card. Absent from sheets that were signed before it was known. */
  visitId: id.nullable().default(null),
  model: z.string().nullable(),
  grade: gradeCode.nullable(),
  on: date,
  limit: date.nullable(),
  expectedPurchaseDate: date.nullable(),
  lastContactOn: date.nullable(),
  lastContent: z.string().nullable(),
  reasons: z.array(reasonSchema),
})
export type CheckLine = z.infer<typeof checkLine>

/** Something beside the figures that the supervisor should see before he signs; `refId` is what it is about. */
export const attentionLine = z.object({
  kind: attention,
  staffId: id,
  staffName: z.string(),
  customerId: id.nullable(),
  customerName: z.string().nullable(),
  refId: id.nullable(),
  on: date,
  reasons: z.array(reasonSchema),
})
export type AttentionLine = z.infer<typeof attentionLine>

const checkSheet = {
  on: date,
  policyVersion: z.number().int(),
  consultants: z.array(checkConsultant),
  store: z.object({ figures: figureValues, effectiveRate: rate }),
  lossesWaiting: z.number().int(),
  violationsRaised: z.number().int(),
  /** Absent from sheets that were signed before it was known. */
  attention: z.array(attentionLine).default([]),
}

/** What a signature froze. */
export const signedCheck = z.object({
  ...checkSheet,
  ...signature.shape,
  storeName: z.string(),
  lines: z.array(checkLine),
  /**
   * S6 对账码: where the trail stood when it was signed, `128-3f9a0c11d2e4`: the number of its last entry and the first twelve
   * digits of that entry's hash. On paper it proves the trail up to there; null on a sheet that is older than it.
   */
  trailCode: z.string().nullable().default(null),
})
export type SignedCheck = z.infer<typeof signedCheck>

export const dayRoll = {
  /**
   * Runs the roll of every open date up to today that has not run: each judges what fell due before it. It also
   * runs by itself, and then the next call here still reports it. A second run changes nothing.
   */
  run: command({
    access: 'dayRoll.run',
    output: z.object({ rolledDates: z.array(date), raised: z.number().int() }),
    changes: ['checks', 'store'],
    judges: true,
  }),
}

export const dailyCheck = {
  /** The figures of a date, per consultant and for the store. */
  get: query({
    access: 'dailyCheck.read',
    input: z.strictObject({ on: date.optional() }).optional(),
    output: z.object({
      ...checkSheet,
      signed: signature.nullable(),
      /** All signatures of the date that the asker may see: a director sees every manager's. */
      signatures: z.array(signature),
      maySign: z.boolean(),
    }),
  }),
  lines: query({
    access: 'dailyCheck.read',
    input: z.strictObject({ on: date, staffId: id.nullish(), figure, ...page }),
    output: rowsOf(checkLine),
  }),
  /** Signs the check of a date, once; freezes what was seen. */
  sign: command({
    access: 'dailyCheck.sign',
    input: z.strictObject({ on: date, note: note.nullish() }),
    output: z.object({ signedAt: instant, digest: z.string() }),
    changes: ['checks'],
    judges: true,
  }),
  /** The frozen snapshot of a date; a director may name whose. */
  signed: query({
    access: 'dailyCheck.read',
    input: z.strictObject({ on: date, signedBy: id.nullish() }),
    output: signedCheck,
  }),
  /**
   * Saves a sheet as a workbook at a path that the desktop asked for, the one of now or the signed one; leaves a
   * trace.
   */
  exportSheet: command({
    access: 'dailyCheck.read',
    confirms: true,
    input: z.strictObject({
      on: date,
      sheet: z.enum(['now', 'signed']),
      signedBy: id.nullish(),
      path: z.string().min(1).max(2000),
    }),
    output: z.object({ path: z.string(), rows: z.number().int() }),
  }),
  /** Which dates are signed and which are not. */
  signatures: query({
    access: 'dailyCheck.read',
    input: z.strictObject({ from: date, until: date }),
    output: rowsOf(
      z.object({ on: date, managerId: id, managerName: z.string(), signedAt: instant.nullable() }),
    ),
  }),
}
