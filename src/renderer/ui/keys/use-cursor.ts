import { useState } from 'react'

export interface Cursor<Row> {
  /** The line with the cursor, and where it stands; -1 where none has it. */
  readonly selected: Row | undefined
  readonly index: number
  readonly select: (row: Row) => void
}

/**
 * The line of a list that has the cursor. Where the line went with its act, the next one takes its place.
 * `first` has it to begin with, else the first line; with `waits` no line has it until one is chosen.
 */
export function useCursor<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  start: { readonly first?: string | undefined; readonly waits?: true } = {},
): Cursor<Row> {
  const [selectedKey, setSelectedKey] = useState(start.first ?? null)
  const [lastIndex, setLastIndex] = useState(0)
  const found = rows.findIndex((row) => keyOf(row) === selectedKey)
  const isWaiting = start.waits === true && selectedKey === null
  const index = found >= 0 ? found : isWaiting ? -1 : Math.min(lastIndex, rows.length - 1)
  return {
    selected: rows[index],
    index,
    select: (row) => {
      setSelectedKey(keyOf(row))
      setLastIndex(rows.indexOf(row))
    },
  }
}
