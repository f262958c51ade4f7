import { z } from 'zod'
import { problemKind } from '../domain/codes.ts'
import { command, query } from './declare.ts'
import { id, instant, rowsOf } from './pieces.ts'

const text = z.string().nullable()
const count = z.number().int()

/** To whom it goes: somebody by hand, whoever is next in the rotation of the desk `leads`, or nobody yet. */
export const assignTo = z.union([z.literal('rotation'), z.literal('later'), id])

export const leadImportFields = [
  'name',
  'phone',
  'source',
  'model',
  'area',
  'campaign',
  'remark',
  'grade',
  'assignee',
] as const
/** What a column of a ledger of leads can mean. */
export const leadImportField = z.enum(leadImportFields)
export type LeadImportField = z.infer<typeof leadImportField>

const ledger = {
  path: z.string().min(1).max(4000),
  sheet: z.string().max(200).nullish(),
  /** Row of the headers, counted from 1 as a spreadsheet shows it. */
  headerRow: z.number().int().min(1).max(100_000).nullish(),
  mapping: z.partialRecord(leadImportField, z.number().int().min(0).max(999)).nullish(),
}

/** Ledgers of leads: part of `leads`. */
export const leadImports = {
  /** Reads a ledger of leads (xlsx, csv) without writing: columns, and every problem by row and field. */
  preview: query({
    access: 'lead.assign',
    input: z.strictObject(ledger),
    output: z.object({
      format: z.enum(['xlsx', 'csv']),
      encoding: text,
      sheets: z.array(z.string()),
      sheet: text,
      headerRow: count,
      columns: z.array(z.object({ index: count, header: z.string(), samples: z.array(z.string()) })),
      mapping: z.partialRecord(leadImportField, count),
      rowCount: count,
      blankRows: count,
      totalRows: count,
      cleanRows: count,
      /** Rows whose phone a customer has already: linked, not rejected. */
      knownRows: count,
      problems: z.array(
        z.object({
          row: count,
          field: leadImportField,
          kind: problemKind,
          value: z.string(),
          customerName: text,
        }),
      ),
    }),
  }),
  /** Imports a ledger of leads in one act. Rows with a problem come back as a file with the reason beside each; known phones are linked. */
  import: command({
    access: 'lead.assign',
    input: z.strictObject({
      ...ledger,
      /** For rows without an assignee of their own; left out, they wait. */
      assign: assignTo.optional(),
    }),
    output: z.object({
      /** By which it is taken back. */
      batchId: id,
      imported: count,
      assigned: count,
      linked: count,
      waiting: count,
      rejected: count,
      rejectedPath: text,
    }),
    changes: ['leads', 'rotation', 'customers', 'plans', 'imports', 'visits'],
  }),
  /** Ledgers of leads that were imported and not taken back, the newest first: a director's all, a manager's own. */
  imports: query({
    access: 'lead.assign',
    output: rowsOf(
      z.object({
        batchId: id,
        fileName: z.string(),
        importedAt: instant,
        importedBy: z.string(),
        imported: count,
        rejected: count,
      }),
    ),
  }),
  /**
   * Takes a whole ledger of leads back, with the customers, opportunities and plans that it made; turns of the rotation are given back. Refuses
   * VALIDATION_FAILED `worked_on` {names} where somebody has worked on one of them since.
   */
  undoImport: command({
    access: 'lead.assign',
    input: z.strictObject({ batchId: id }),
    output: z.object({ removed: count }),
    changes: ['leads', 'rotation', 'customers', 'plans', 'imports', 'checks'],
  }),
}
