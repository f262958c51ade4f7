import type { CallOutput } from '../../api/calls.ts'
import type { RowOf } from '../../api/use-pages.ts'

export type Entry = RowOf<'penalties.ledger'>
export type Occasion = CallOutput<'penalties.waiting'>['entries'][number]
export type Totals = CallOutput<'penalties.ledger'>['totals']
export type MonthSheet = CallOutput<'penalties.monthSheet'>

/** One occasion of one person: what is ticked and approved as a whole. */
export const keyOfOccasion = ({ staffId, ladder, on }: Occasion): string => `${staffId} ${ladder} ${on}`
