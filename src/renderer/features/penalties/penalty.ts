import type { CallOutput } from '../../api/calls.ts'
import type { RowOf } from '../../api/use-pages.ts'

export type Entry = RowOf<'penalties.ledger'>
export type Occasion = CallOutput<'penalties.waiting'>['entries'][number]
export type Totals = CallOutput<'penalties.ledger'>['totals']
export type MonthSheet = CallOutput<'penalties.monthSheet'>

/** One occasion of one person: what is ticked and approved as a whole. */
export const keyOfOccasion = ({ staffId, ladder, on }: Occasion): string => `${staffId} ${ladder} ${on}`

/** `2026-03` and so many months on. */
export function addMonths(month: string, count: number): string {
  const monthsAYear = 12
  const [year = 0, number = 1] = month.split('-').map(Number)
  const index = year * monthsAYear + number - 1 + count
  const after = (index % monthsAYear) + 1
  return `${String(Math.floor(index / monthsAYear)).padStart(4, '0')}-${String(after).padStart(2, '0')}`
}
