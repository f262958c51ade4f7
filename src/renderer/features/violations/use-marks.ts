import { useState, type KeyboardEvent } from 'react'
import type { Violation } from './violation.ts'

export interface Marks {
  /** The line with the cursor. */
  readonly selected: Violation | undefined
  readonly select: (row: Violation) => void
  readonly isMarked: (row: Violation) => boolean
  readonly count: number
  /** Every line that was read is marked. */
  readonly isAll: boolean
  /** What an act is about: the marked lines, or the one with the cursor. */
  readonly chosen: readonly Violation[]
  readonly toggle: (row: Violation, range?: { readonly to: boolean }) => void
  readonly toggleAll: () => void
  readonly clear: () => void
  /** Space marks the line with the cursor, Shift with an arrow the lines it passes. */
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** Several lines of a list at once, by key and by mouse. */
export function useMarks(rows: readonly Violation[]): Marks {
  const [selectedId, setSelectedId] = useState<string | null>(null)
  const [lastIndex, setLastIndex] = useState(0)
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const found = rows.findIndex(({ violationId }) => violationId === selectedId)
  // Where the line went with its act, the next one takes its place.
  const index = found >= 0 ? found : selectedId === null ? -1 : Math.min(lastIndex, rows.length - 1)
  const selected = rows[index]
  const markedRows = rows.filter(({ violationId }) => marked.has(violationId))
  const mark = (of: readonly Violation[], on: boolean) => {
    const next = new Set(marked)
    for (const { violationId } of of) {
      if (on) next.add(violationId)
      else next.delete(violationId)
    }
    setMarked(next)
  }
  const select = (row: Violation) => {
    setSelectedId(row.violationId)
    setLastIndex(rows.indexOf(row))
  }
  return {
    selected,
    select,
    isMarked: ({ violationId }) => marked.has(violationId),
    count: markedRows.length,
    isAll: rows.length > 0 && markedRows.length === rows.length,
    chosen: markedRows.length > 0 ? markedRows : selected ? [selected] : [],
    toggle: (row, range) => {
      const at = rows.indexOf(row)
      const on = !marked.has(row.violationId)
      const span = range?.to && index >= 0 ? rows.slice(Math.min(index, at), Math.max(index, at) + 1) : [row]
      mark(span, range?.to ? true : on)
      select(row)
    },
    toggleAll: () => mark(rows, markedRows.length < rows.length),
    clear: () => setMarked(new Set()),
    onKeyDown: (event) => {
      if (!(event.target instanceof HTMLElement) || event.target.getAttribute('role') !== 'grid') return
      if (event.key === ' ' && selected) {
        event.preventDefault()
        mark([selected], !marked.has(selected.violationId))
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
