import type { KeyboardEvent } from 'react'

type Step = readonly [rows: number, columns: number]
type Steps = Readonly<Record<string, Step>>
const usualSteps: Steps = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -Infinity],
  End: [0, Infinity],
  PageUp: [-Infinity, 0],
  PageDown: [Infinity, 0],
}
const clamp = (value: number, from: number, until: number) => Math.max(from, Math.min(until, value))

/** The attributes by which a cell is found again; row -1 is the head. */
export const placeOf = (row: number, column: number) => ({ 'data-row': row, 'data-column': column })

interface Walk {
  readonly rows: number
  readonly columns: number
  /** Keys that go another way than usual here. */
  readonly steps?: Steps
  /** The tab stop goes along; else the table itself says where it is. */
  readonly takesTabStop?: true
}

/** Arrow keys move the focus from cell to cell of a table, the head included where its cells have places. */
export function walkCells(event: KeyboardEvent<HTMLTableElement>, walk: Walk) {
  const step = walk.steps?.[event.key] ?? usualSteps[event.key]
  if (!step || event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement))
    return
  const { row, column } = event.target.dataset
  if (row === undefined || column === undefined) return
  const nextRow = clamp(Number(row) + step[0], -1, walk.rows - 1)
  const nextColumn = clamp(Number(column) + step[1], 0, walk.columns - 1)
  const next = event.currentTarget.querySelector<HTMLElement>(
    `[data-row="${nextRow}"][data-column="${nextColumn}"]`,
  )
  event.preventDefault()
  if (!next) return
  if (walk.takesTabStop) {
    event.target.tabIndex = -1
    next.tabIndex = 0
  }
  next.focus()
}
