import type { Scope } from '#shared/access/can.ts'
import type { Input } from '#shared/contract/index.ts'
import type { Locale } from '#shared/contract/setup.ts'
import { refuse } from '#shared/errors.ts'
import { penaltyMonthBook } from '#main/files/sheets/penalty-month.ts'
import type { PendingFile } from '#main/files/pending-file.ts'
import { writeBook } from '#main/files/sheets/write-book.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { makeMonthSheet } from './penalties-sheet.ts'

export interface PreparedMonth {
  /** Lines of the ledger in the file. */
  readonly rows: number
}

/** Writes the month sheet of the asker's reach before its act begins. */
export async function prepareMonthExport(
  input: Input<'penalties', 'exportMonth'>,
  facts: { readonly store: ReadableStore; readonly scope: Scope | null; readonly locale: Locale },
): Promise<{ readonly value: PreparedMonth } & PendingFile> {
  const { store, scope, locale } = facts
  if (!scope) return refuse('NOT_SIGNED_IN', {})
  const sheet = makeMonthSheet(store, scope, input)
  const file = await writeBook(input.path, penaltyMonthBook(sheet, locale))
  const rows = sheet.people.reduce((count, { entries }) => count + entries.length, 0)
  return { value: { rows }, ...file }
}
