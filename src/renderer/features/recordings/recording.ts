import type { RowOf } from '../../api/use-pages.ts'

export type Recording = RowOf<'recordings.list'>

/** The three lists of the screen, and what each asks for. */
export const tabs = {
  unmatched: { unmatched: true },
  lost: { lost: true },
  everything: {},
} as const
export type Tab = keyof typeof tabs
export const tabNames: readonly Tab[] = ['unmatched', 'lost', 'everything']
