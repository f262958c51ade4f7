import { z } from 'zod'
import { problemKind, problemKinds } from '../domain/codes.ts'
import { command, query } from './declare.ts'
import { id, instant, rowsOf } from './pieces.ts'

export const importFields = [
  'name',
  'mobile',
  'gender',
  'customerType',
  'birthday',
  'area',
  'source',
  'wechat',
  'email',
  'address',
  'company',
  'occupation',
  'plate',
  'currentCar',
  'model',
  'grade',
  'expectedPurchaseDate',
  'purchaseType',
  'openedOn',
  'owner',
  'remark',
  'history',
  'competitor',
  'budget',
  'payment',
  'use',
] as const
/** What a column of a ledger can mean. */
export const importField = z.enum(importFields)
export type ImportField = z.infer<typeof importField>

/** Field → column, counted from 0. */
export const columnMapping = z.partialRecord(importField, z.number().int().min(0).max(999))
export type ColumnMapping = z.infer<typeof columnMapping>

const source = {
  path: z.string().min(1).max(4000),
  sheet: z.string().max(200).nullish(),
  /** Row of the headers, counted from 1 as a spreadsheet shows it. */
  headerRow: z.number().int().min(1).max(100_000).nullish(),
  mapping: columnMapping.nullish(),
  /** Name of a saved column mapping. */
  profile: z.string().max(100).nullish(),
}

/** Skip the row, or give the field this value and take it. */
export const importDecision = z.union([z.literal('skip'), z.strictObject({ default: z.string().max(200) })])
export const importDecisions = z.partialRecord(problemKind, importDecision)
export type ImportDecisions = z.infer<typeof importDecisions>

export const importProblem = z.object({
  /** Row as the spreadsheet numbers it. */
  row: z.number().int(),
  field: importField,
  kind: problemKind,
  value: z.string(),
  customerName: z.string().nullable(),
})
export type ImportProblem = z.infer<typeof importProblem>

const counts = z.object(
  Object.fromEntries(problemKinds.map((k) => [k, z.number().int()])) as Record<
    (typeof problemKinds)[number],
    z.ZodNumber
  >,
)

export const imports = {
  /** Reads a ledger without writing: sheets, proposed header row and columns, and every problem by row and field. */
  preview: query({
    access: 'import.run',
    input: z.strictObject(source),
    output: z.object({
      format: z.enum(['xlsx', 'csv']),
      encoding: z.string().nullable(),
      sheets: z.array(z.string()),
      sheet: z.string().nullable(),
      headerRow: z.number().int(),
      columns: z.array(
        z.object({ index: z.number().int(), header: z.string(), samples: z.array(z.string()) }),
      ),
      mapping: columnMapping,
      profile: z.string().nullable(),
      /** Rows of data: neither blank nor totals. */
      rowCount: z.number().int(),
      blankRows: z.number().int(),
      totalRows: z.number().int(),
      problems: z.array(importProblem),
      counts,
      /** Rows without a problem. */
      cleanRows: z.number().int(),
      historyLines: z.object({ read: z.number().int(), kept: z.number().int() }),
    }),
  }),
  /** Imports a ledger whole, in one act; rejected rows come back as a file with the reason beside each. */
  run: command({
    access: 'import.run',
    input: z.strictObject({
      ...source,
      decisions: importDecisions.optional(),
      saveProfile: z.string().trim().max(100).nullish(),
    }),
    output: z.object({
      batchId: id,
      imported: z.number().int(),
      opportunities: z.number().int(),
      followUps: z.number().int(),
      plans: z.number().int(),
      rejected: z.number().int(),
      rejectedPath: z.string().nullable(),
    }),
    changes: ['customers', 'plans', 'imports'],
  }),
  /** Takes a whole batch back, as long as nothing in it has been worked on; what has been is named. */
  undo: command({
    access: 'import.run',
    input: z.strictObject({ batchId: id }),
    output: z.object({ removed: z.number().int() }),
    changes: ['customers', 'plans', 'imports'],
  }),
  list: query({
    access: 'import.run',
    output: rowsOf(
      z.object({
        batchId: id,
        fileName: z.string(),
        importedAt: instant,
        importedBy: z.string(),
        imported: z.number().int(),
        rejected: z.number().int(),
      }),
    ),
  }),
  profiles: query({
    access: 'import.run',
    output: rowsOf(z.object({ name: z.string(), mapping: columnMapping, headers: z.array(z.string()) })),
  }),
}
