import type { KeyboardEvent } from 'react'

type Step = readonly [rows: number, columns: number]
const steps: Readonly<Record<string, Step>> = {
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

/** Arrow keys move the focus from cell to cell of a table, the head included. */
export function walkCells(
  event: KeyboardEvent<HTMLTableElement>,
  size: { readonly rows: number; readonly columns: number },
) {
  const step = steps[event.key]
  if (!step || event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement))
    return
  const { row, column } = event.target.dataset
  if (row === undefined || column === undefined) return
  const nextRow = clamp(Number(row) + step[0], -1, size.rows - 1)
  const nextColumn = clamp(Number(column) + step[1], 0, size.columns - 1)
  const next = event.currentTarget.querySelector<HTMLElement>(
    `[data-row="${nextRow}"][data-column="${nextColumn}"]`,
  )
  event.preventDefault()
  next?.focus()
}
