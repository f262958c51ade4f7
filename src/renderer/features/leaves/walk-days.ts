import type { KeyboardEvent } from 'react'

type Step = readonly [rows: number, columns: number]
const week = 7
const steps: Readonly<Record<string, Step>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [0, -week],
  PageDown: [0, week],
  Home: [0, -Infinity],
  End: [0, Infinity],
}
const clamp = (value: number, until: number) => Math.max(0, Math.min(until, value))

/** Arrow keys walk the days of the calendar, PageUp and PageDown by weeks. Only the day in focus is a tab stop. */
export function walkDays(
  event: KeyboardEvent<HTMLTableElement>,
  size: { readonly rows: number; readonly columns: number },
) {
  const step = steps[event.key]
  if (!step || event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement))
    return
  const { row, column } = event.target.dataset
  if (row === undefined || column === undefined) return
  const nextRow = clamp(Number(row) + step[0], size.rows - 1)
  const nextColumn = clamp(Number(column) + step[1], size.columns - 1)
  const next = event.currentTarget.querySelector<HTMLElement>(
    `[data-row="${nextRow}"][data-column="${nextColumn}"]`,
  )
  event.preventDefault()
  if (!next) return
  event.target.tabIndex = -1
  next.tabIndex = 0
  next.focus()
}
