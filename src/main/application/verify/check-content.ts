import type { ReadableStore } from '#main/store/handle.ts'
import {
  countTable,
  isContent,
  lastContentOf,
  listSummedTables,
  storedSums,
  type Sums,
  type TableSum,
} from '#main/store/read/content-sums.ts'
import { listMigrations } from '#main/store/read/verification-trail.ts'
import { countRows } from '#main/store/read/verification.ts'
import { defaultsOf, keyOfRow, rowReader } from '#main/store/read/verification-rows.ts'
import type { Problem } from './check-store.ts'
import { makeRowComparison } from './compare-rows.ts'
import { replayTrail, type Told } from './replay.ts'

export interface CheckedContent {
  readonly problems: readonly Problem[]
  readonly rows: number
  readonly tables: number
  /** The content is what the last entry says; null in a store whose entries do not say it yet. */
  readonly holds: boolean | null
}

/** What the trail tells of so many rows is kept at once: some 600 bytes of each, on machines that have little. */
const rowsAtOnce = 500_000

/** The tables in their order, in groups that together have no more rows than that, or are a single one. */
function groupsOf(store: ReadableStore, names: readonly string[], most: number): string[][] {
  const groups: string[][] = []
  let room = 0
  for (const name of names) {
    const rows = countRows(store, name)
    const last = groups.at(-1)
    if (last && rows <= room) last.push(name)
    else groups.push([name])
    room = last && rows <= room ? room - rows : most - rows
  }
  return groups
}

/**
 * S6 Holds every row of the store against the trail: all of them by their sum, which is part of the last entry, and one by one where
 * the trail tells what they hold. Reads the whole store, and the trail once for each group of tables.
 */
export function checkContent(store: ReadableStore, atOnce = rowsAtOnce): CheckedContent {
  const names = listSummedTables(store)
  const counted = new Map<string, TableSum>()
  const ofRows: Problem[] = []
  for (const group of groupsOf(store, names, atOnce)) {
    const told = replayTrail(store, new Set(group), keyOfRow)
    for (const name of group) {
      const { sum, problems } = checkTable(store, name, told)
      counted.set(name, sum)
      ofRows.push(...problems)
    }
  }
  const last = lastContentOf(store)
  const holds = last?.content ? isContent(counted, last.content) : null
  const named = new Set(ofRows.map(({ table }) => table))
  return {
    problems: [
      ...ofRows,
      ...(holds === null
        ? []
        : compareSums({ holds, sequence: last?.sequence ?? 0 }, counted, storedSums(store), named)),
      ...differedBefore(store),
    ],
    rows: [...counted.values()].reduce((all, { rows }) => all + rows, 0),
    tables: names.length,
    holds,
  }
}

function checkTable(store: ReadableStore, name: string, told: Told) {
  const read = rowReader(store, name)
  const ofTrail = told.get(name)
  const comparison = ofTrail && makeRowComparison(name, ofTrail, defaultsOf(name))
  const sum = countTable(
    store,
    name,
    read && comparison ? (stored) => comparison.look(read(stored)) : undefined,
  )
  return { sum, problems: comparison?.findings() ?? [] }
}

const isSameSum = (one: TableSum | undefined, other: TableSum | undefined): boolean =>
  (one?.sum ?? 0n) === (other?.sum ?? 0n) && (one?.rows ?? 0) === (other?.rows ?? 0)

function compareSums(
  { holds, sequence }: { readonly holds: boolean; readonly sequence: number },
  counted: Sums,
  stored: Sums,
  named: ReadonlySet<string>,
): Problem[] {
  const differing = [...new Set([...counted.keys(), ...stored.keys()])].filter(
    (table) => !isSameSum(counted.get(table), stored.get(table)),
  )
  if (holds) {
    return differing.map((table) => ({
      code: 'sums_edited',
      table: 'content_sums',
      id: table,
      data: { table },
    }))
  }
  const unnamed = differing.filter((table) => !named.has(table))
  if (unnamed.length === 0 && named.size === 0) {
    return [{ code: 'content_differs', table: 'audit_entries', id: String(sequence), data: { sequence } }]
  }
  return unnamed.map((table) => {
    const rows = { trailRows: stored.get(table)?.rows ?? 0, storedRows: counted.get(table)?.rows ?? 0 }
    return { code: 'table_edited', table, id: '', data: { table, ...rows } }
  })
}

/** What was found to be different before a migration stays different, although it was counted anew. */
const differedBefore = (store: ReadableStore): Problem[] =>
  listMigrations(store)
    .filter(({ content }) => content === 'differed')
    .map(({ sequence }) => ({
      code: 'content_differed_before',
      table: 'audit_entries',
      id: String(sequence),
      data: { sequence },
    }))
