import { getTableColumns, getTableName } from 'drizzle-orm'
import { drizzleOf, type ReadableStore, type WritableStore } from '../../handle.ts'
import type { Reach } from '../../read/erasure.ts'
import { duplicateDismissals } from '../../schema/index.ts'
import { updateKeyedRow, updateRow } from '../rows.ts'
import { rowsOf, type Row, type StoredRow } from './held-rows.ts'
import { blackened, held, neutralName, type Held } from './held.ts'
import { addRedaction, type Erasing } from './redact-evidence.ts'
import { takeOutOfJson, type TakeOut } from './take-out.ts'

/** Of a product's own texts some are JSON: they go back as what the column holds. */
const asHeld = (each: Held, name: string, text: string): unknown => {
  const column = getTableColumns(each.table)[name]
  return column?.dataType === 'json' ? (JSON.parse(text) as unknown) : text
}

function write(store: WritableStore, each: Held, erasing: Erasing, { key }: StoredRow, patch: Row): void {
  if (Object.keys(patch).length === 0) return
  const tableName = getTableName(each.table)
  // No digest: a word as short as these could be guessed from it.
  if (each.guarded)
    addRedaction(store, erasing, { tableName, rowId: String(key) }, { digestBefore: '', digestAfter: '' })
  updateRow(store, each.table, key, patch)
}

/** What of his own row goes: every word, and what stands instead of the rest. */
function patchOfHis({ words, instead = {} }: Held, row: Row, name: string): Row {
  const blackenedWords = words
    .filter((word) => typeof row[word] === 'string' && row[word] !== '')
    .map((word) => [word, blackened])
  const rest = Object.entries(instead)
    .filter(([key]) => row[key] !== null && row[key] !== undefined)
    .map(([key, value]) => [key, value === neutralName ? name : value])
  return Object.fromEntries([...blackenedWords, ...rest]) as Row
}

/** A text without him; one that is JSON is walked, so that it stays JSON. */
function takenOut(text: string, take: TakeOut, his: boolean): string {
  if (/^[[{]/.test(text)) {
    try {
      return JSON.stringify(takeOutOfJson(JSON.parse(text), take, () => false, his))
    } catch {
      // It only began like it.
    }
  }
  return his ? take.fromHis(text) : take.fromAny(text)
}

/** What goes of a row in which he is told of. */
function patchOfTold(
  each: Held,
  row: Row,
  take: { readonly take: TakeOut; readonly his: boolean },
  keys: readonly string[],
): Row {
  const changed = keys.flatMap((key) => {
    const text = row[key]
    if (typeof text !== 'string' || text === '') return []
    const left = takenOut(text, take.take, take.his)
    return left === text ? [] : [[key, asHeld(each, key, left)] as const]
  })
  return Object.fromEntries(changed)
}

/** Empties every row that is about him. Returns how many rows of which table. */
export function eraseRows(
  store: WritableStore,
  erasing: Erasing,
  reach: Reach,
  take: TakeOut,
  name: string,
): void {
  for (const each of held) {
    // All are read first: nothing is written while a statement is still answering.
    const his = Array.from(rowsOf(store, each, each.his, reach))
    for (const stored of his)
      write(store, each, erasing, stored, {
        ...patchOfTold(each, stored.row, { take, his: true }, each.told ?? []),
        ...patchOfHis(each, stored.row, name),
      })
  }
}

/** Rows by their tables, each by its key as text. */
export type RowKeys = ReadonlyMap<string, readonly string[]>

/** Where something was written of him in rows of others; `only` names the rows to look at, all of them by default. */
function* sweptOf(store: ReadableStore, reach: Reach, take: TakeOut, only?: RowKeys) {
  for (const each of held) {
    const keys = [...each.words, ...(each.told ?? [])]
    const among = only ? (only.get(getTableName(each.table)) ?? []) : undefined
    if (keys.length === 0 || among?.length === 0) continue
    const found: { readonly stored: StoredRow; readonly patch: Row }[] = []
    for (const stored of rowsOf(store, each, '1', reach, among)) {
      const patch = patchOfTold(each, stored.row, { take, his: false }, keys)
      if (Object.keys(patch).length > 0) found.push({ stored, patch })
    }
    yield { each, found }
  }
}

/** The rows of which `sweepRows` will take something: looking at all of them takes seconds, and need not be done in the act. */
export const findSwept = (store: ReadableStore, reach: Reach, take: TakeOut): [string, string[]][] =>
  Array.from(sweptOf(store, reach, take), ({ each, found }) => [
    getTableName(each.table),
    found.map(({ stored }) => String(stored.key)),
  ])

/** Takes his name and numbers out of what was written of others. */
export function sweepRows(
  store: WritableStore,
  erasing: Erasing,
  reach: Reach,
  take: TakeOut,
  only?: RowKeys,
): void {
  for (const { each, found } of sweptOf(store, reach, take, only))
    for (const { stored, patch } of found) write(store, each, erasing, stored, patch)
}

/** Why two records were found to be two people tells of both; its key is the pair. */
export function eraseDismissals(store: WritableStore, { ids }: Reach, take: TakeOut): void {
  const rows = drizzleOf(store).select().from(duplicateDismissals).all()
  for (const { firstId, secondId, reason } of rows) {
    const isHis = ids.includes(firstId) || ids.includes(secondId)
    const left = isHis ? blackened : take.fromAny(reason)
    if (left !== reason) updateKeyedRow(store, duplicateDismissals, { firstId, secondId }, { reason: left })
  }
}
