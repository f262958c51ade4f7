import { setImmediate } from 'node:timers/promises'
import { listQueries, type ExportedList } from '#shared/contract/exports.ts'
import type { ListSheet, RowOf, Say } from '#main/files/sheets/lists/list-sheet.ts'
import type { Cell } from '#main/files/sheets/write-book.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { dataVersion } from '#main/store/open.ts'
import { writeCount } from '#main/store/transaction.ts'

export interface Reading {
  readonly store: ReadableStore
  readonly ask: (path: string, input: unknown) => unknown
  readonly progress: (done: number, total: number) => void
}

/** Rows of one question: few enough that nobody waits long behind it. */
const rowsAtOnce = 200
/** So often it is begun anew when somebody wrote meanwhile; then it is read without a breath. */
const mostTries = 3

// What a query answers has passed its declaration; this names the part of it that is written down.
interface Page<Row> {
  readonly rows: readonly Row[]
  readonly nextCursor?: string | null
  readonly total?: number
}

const stampOf = (store: ReadableStore): string => `${dataVersion(store)}.${writeCount(store)}`

/** The whole of a list as cells, as the asker's own query answers it; null when it changed while it was read. */
async function readOnce<L extends ExportedList>(
  list: L,
  sheet: ListSheet<L>,
  options: { readonly filter: object; readonly say: Say; readonly breathes: boolean },
  { store, ask, progress }: Reading,
): Promise<Cell[][] | null> {
  const { filter, say, breathes } = options
  const cells: Cell[][] = []
  let stamp: string | undefined
  for (let cursor: string | null | undefined; cursor !== null;) {
    const paging = sheet.paged ? { cursor, limit: rowsAtOnce } : {}
    const page = ask(listQueries[list], { ...filter, ...paging }) as Page<RowOf<L>>
    // The first question of a date may roll what is due; from then on nothing may change under the list.
    stamp ??= stampOf(store)
    if (breathes && stampOf(store) !== stamp) return null
    for (const row of page.rows) cells.push(sheet.columns.map(({ cell }) => cell(row, say)))
    progress(cells.length, page.total ?? cells.length)
    cursor = page.nextCursor ?? null
    if (cursor !== null && breathes) await setImmediate()
  }
  return cells
}

/** Reads a list page by page; between the pages others are answered. What comes out is one state of the store, never two. */
export async function readList<L extends ExportedList>(
  list: L,
  sheet: ListSheet<L>,
  options: { readonly filter: object; readonly say: Say },
  reading: Reading,
): Promise<Cell[][]> {
  for (let tries = 0; ; tries += 1) {
    const cells = await readOnce(list, sheet, { ...options, breathes: tries < mostTries }, reading)
    if (cells) return cells
  }
}
