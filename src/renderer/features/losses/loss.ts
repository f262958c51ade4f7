import type { RowOf } from '../../api/use-pages.ts'

/** An application to give an opportunity up, as the list has it. */
export type Loss = RowOf<'losses.list'>
