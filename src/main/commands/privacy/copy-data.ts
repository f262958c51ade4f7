import { basename } from 'node:path'
import type { CustomerCard } from '#shared/contract/customers.ts'
import type { Input, Output } from '#shared/contract/index.ts'
import type { Locale } from '#shared/contract/setup.ts'
import type { Context } from '#main/calls/context.ts'
import type { PendingFile } from '#main/files/pending-file.ts'
import { personSheets } from '#main/files/sheets/person.ts'
import { writeBook } from '#main/files/sheets/write-book.ts'
import type { ReadableStore, WritableStore } from '#main/store/handle.ts'
import { getStore } from '#main/store/read/store.ts'

interface PreparedCopy {
  readonly rows: number
}

/** Writes everything that the card tells of one person, as whoever takes it sees it, before the act begins. */
export async function prepareCopy(
  { customerId, path }: Input<'privacy', 'copyData'>,
  facts: {
    readonly store: ReadableStore
    readonly locale: Locale
    readonly ask: (path: string, input: unknown) => unknown
  },
): Promise<{ readonly value: PreparedCopy } & PendingFile> {
  const card = facts.ask('customers.get', { customerId }) as CustomerCard
  const sheets = personSheets(card, facts.locale, getStore(facts.store))
  const file = await writeBook(path, sheets)
  return { value: { rows: sheets.reduce((sum, { rows }) => sum + rows.length, 0) }, ...file }
}

/** S7 数据副本: a copy of what is kept of a person, for him; the trail tells who took it, of whom, and why. */
export function copyData(
  _store: WritableStore,
  { customerId, path, reason }: Input<'privacy', 'copyData'>,
  { prepared, because }: Context,
): Output<'privacy', 'copyData'> {
  const { rows } = prepared as PreparedCopy
  because(JSON.stringify({ what: 'person', customerId, rows, file: basename(path), reason }))
  return { path, rows }
}
