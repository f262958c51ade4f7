import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ColumnMapping } from '#shared/contract/imports.ts'
import { dateOn, flag, instantAt, json } from './columns.ts'

/** The audit trail: append-only, each entry chained to the one before by its hash. */
export const auditEntries = sqliteTable(
  'audit_entries',
  {
    /** The rising sequence number of every write. */
    sequence: integer('sequence').primaryKey(),
    at: instantAt('at').notNull(),
    /** The clock was behind when this was written; the order is that of the sequence. */
    clockSuspect: flag('clock_suspect').notNull(),
    staffId: text('staff_id'),
    call: text('call').notNull(),
    /** What changed, as JSON text: table, id, before and after of each row; for bulk acts counts and a digest. */
    changes: text('changes').notNull(),
    reason: text('reason'),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
    /** The migrations by which the rows were counted and the sum of all of them after this act, `10:9f…` (S6); null in older entries. */
    contentDigest: text('content_digest'),
  },
  (t) => [index('audit_entries_staff').on(t.staffId, t.sequence)],
)

/** Answers by command id, so that a repeated command happens once (P8); neither stands here in clear (S4). */
export const commandAnswers = sqliteTable('command_answers', {
  /** SHA-256 of the command id. */
  commandKey: text('command_key').primaryKey(),
  call: text('call').notNull(),
  staffId: text('staff_id'),
  /** The same id with another input is a mistake and is refused; keyed, so that no password can be guessed from it. */
  inputMark: text('input_mark').notNull(),
  /** Sealed under the command id. */
  answer: text('answer').notNull(),
  at: instantAt('at').notNull(),
})

/** Ledgers that were imported and not taken back. */
export const importBatches = sqliteTable('import_batches', {
  batchId: text('batch_id').primaryKey(),
  fileName: text('file_name').notNull(),
  importedAt: instantAt('imported_at').notNull(),
  importedBy: text('imported_by').notNull(),
  imported: integer('imported').notNull(),
  rejected: integer('rejected').notNull(),
})

/** Column mappings saved by name. */
export const importProfiles = sqliteTable('import_profiles', {
  name: text('name').primaryKey(),
  mapping: json<ColumnMapping>('mapping').notNull(),
  headers: json<string[]>('headers').notNull(),
})

/**
 * What each table holds, as the sum of the digests of its rows (S6): an act takes away what a row was and adds what it is, so that
 * a row which was changed past the program shows without a copy of the store.
 */
export const contentSums = sqliteTable('content_sums', {
  tableName: text('table_name').primaryKey(),
  rows: integer('rows').notNull(),
  /** Sum modulo 2^256 of the SHA-256 of every row, in hexadecimal. */
  sum: text('sum').notNull(),
})

/** Persons whose data was erased (S7): who asked for it and when; nothing of the person himself. */
export const erasures = sqliteTable('erasures', {
  erasureId: text('erasure_id').primaryKey(),
  customerId: text('customer_id').notNull(),
  erasedOn: dateOn('erased_on').notNull(),
  erasedAt: instantAt('erased_at').notNull(),
  erasedBy: text('erased_by').notNull(),
  reason: text('reason').notNull(),
})

/**
 * Evidence from which an erasure took a person's data (S7): an entry of the trail or a signed sheet. Its digest before proves that it
 * was the one in the chain, its digest after that nothing else was taken from it.
 */
export const redactions = sqliteTable(
  'redactions',
  {
    redactionId: text('redaction_id').primaryKey(),
    erasureId: text('erasure_id')
      .notNull()
      .references(() => erasures.erasureId, { onDelete: 'restrict' }),
    tableName: text('table_name').notNull(),
    rowId: text('row_id').notNull(),
    digestBefore: text('digest_before').notNull(),
    digestAfter: text('digest_after').notNull(),
  },
  (t) => [index('redactions_row').on(t.tableName, t.rowId)],
)
