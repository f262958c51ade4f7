import { useState, type KeyboardEvent } from 'react'
import type { Cursor } from '../keys/use-cursor.ts'

export interface MarkedRows<Row> extends Cursor<Row> {
  readonly isMarked: (row: Row) => boolean
  readonly count: number
  /** Every line that was read is marked. */
  readonly isAll: boolean
  /** What an act is about: the marked lines, or the one with the cursor. */
  readonly chosen: readonly Row[]
  readonly toggle: (row: Row, range?: { readonly to: boolean }) => void
  readonly toggleAll: () => void
  readonly clear: () => void
  /** Space marks the line with the cursor, Shift with an arrow the lines it passes. */
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** Several lines of a list at once, by key and by mouse, beside the one with the cursor. */
export function useMarkedRows<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  cursor: Cursor<Row>,
): MarkedRows<Row> {
  const { selected, index, select } = cursor
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const markedRows = rows.filter((row) => marked.has(keyOf(row)))
  const mark = (of: readonly Row[], on: boolean) => {
    const next = new Set(marked)
    for (const row of of) {
      if (on) next.add(keyOf(row))
      else next.delete(keyOf(row))
    }
    setMarked(next)
  }
  return {
    ...cursor,
    isMarked: (row) => marked.has(keyOf(row)),
    count: markedRows.length,
    isAll: rows.length > 0 && markedRows.length === rows.length,
    chosen: markedRows.length > 0 ? markedRows : selected ? [selected] : [],
    toggle: (row, range) => {
      const at = rows.indexOf(row)
      const span = range?.to && index >= 0 ? rows.slice(Math.min(index, at), Math.max(index, at) + 1) : [row]
      mark(span, range?.to ? true : !marked.has(keyOf(row)))
      select(row)
    },
    toggleAll: () => mark(rows, markedRows.length < rows.length),
    clear: () => setMarked(new Set()),
    onKeyDown: (event) => {
      if (!(event.target instanceof HTMLElement) || event.target.getAttribute('role') !== 'grid') return
      if (event.key === ' ' && selected) {
        event.preventDefault()
        mark([selected], !marked.has(keyOf(selected)))
      } else if (event.shiftKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
        const next = rows[index + (event.key === 'ArrowDown' ? 1 : -1)]
        mark(
          [selected, next].filter((row) => row !== undefined),
          true,
        )
      }
    },
  }
}
