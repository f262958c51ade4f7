import type { ExportedList } from '#shared/contract/exports.ts'
import type { Input } from '#shared/contract/index.ts'
import type { Locale } from '#shared/contract/setup.ts'
import { texts } from '#shared/text/index.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { PendingFile } from '#main/files/pending-file.ts'
import { listSheets } from '#main/files/sheets/lists/index.ts'
import { sayIn, type ListSheet } from '#main/files/sheets/lists/list-sheet.ts'
import { formOf, writeList, type ListForm } from '#main/files/sheets/lists/write-list.ts'
import { getStore } from '#main/store/read/store.ts'
import { markOf } from './exports-mark.ts'
import { readList, type Reading } from './exports-read.ts'

export interface PreparedExport {
  readonly rows: number
  readonly form: ListForm
}

interface Facts extends Reading {
  readonly now: Instant
  readonly locale: Locale
}

interface Asker {
  readonly staff: { readonly name: string }
}

/** Writes a list as the asker sees it before its act begins. Another ending than that of a form is told before anything is read. */
export async function prepareListExport(
  input: Input<'exports', 'list'>,
  facts: Facts,
): Promise<{ readonly value: PreparedExport } & PendingFile> {
  const { list, path, reason } = input
  // A filter that is not set stands for nothing.
  const filter = Object.fromEntries(
    Object.entries(input.filter ?? {}).flatMap(([key, value]) =>
      value === null || value === '' ? [] : [[key, value] as const],
    ),
  )
  const form = formOf(path)
  const { store, locale, now: at } = facts
  const words = texts[locale].exports
  const say = sayIn(locale, getStore(store).zone)
  // Each list stands beside its own columns; which one is asked for is known only now.
  const sheet = listSheets[list] as ListSheet<ExportedList>
  const rows = await readList(list, sheet, { filter, say }, facts)
  const { staff } = facts.ask('session.current', {}) as Asker
  const mark = markOf(
    store,
    { list, filter, reason, by: staff.name, at, rows: rows.length },
    sheet.filter,
    say,
  )
  const columns = sheet.columns.map(({ head, as, width }) => ({ header: words.column[head], as, width }))
  const file = await writeList(path, { name: words.list[list], mark, columns, rows })
  return { value: { rows: rows.length, form }, ...file }
}
