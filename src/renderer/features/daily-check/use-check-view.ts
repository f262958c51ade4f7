import { useSessionStorage } from '@mantine/hooks'
import { useState } from 'react'
import { parseBusinessDate, type BusinessDate } from '#shared/time/business-date.ts'
import { useToday } from '../../api/use-session.ts'
import type { Attention } from '#shared/domain/codes.ts'
import type { FigureCell } from './figures.ts'

interface View {
  /** Null is today, whichever day that has become. */
  readonly on: string | null
  readonly cell: FigureCell | null
  readonly opened: boolean
  /** The kind of attention whose lines are shown instead of a figure's. */
  readonly attention: Attention | null
}
const start: View = { on: null, cell: null, opened: false, attention: null }

type Pane = 'lines' | 'attention'
/** In this window's memory only: the key of a line may tell of a customer. */
const keptLines = new Map<Pane, string>()

/** The line one looked at in the list of a pane; it is chosen again when one comes back from a customer. */
export function useKeptLine(pane: Pane) {
  const [chosen, setChosen] = useState(keptLines.get(pane) ?? null)
  const choose = (key: string) => {
    keptLines.set(pane, key)
    setChosen(key)
  }
  return [chosen, choose] as const
}

/** The date and the figure one looks at; both are still there when one comes back from a customer. */
export function useCheckView() {
  const today = useToday()
  const [view, setView] = useSessionStorage<View>({
    key: 'showroom.daily-check',
    defaultValue: start,
    getInitialValueInEffect: false,
  })
  const on = (view.on === null ? undefined : parseBusinessDate(view.on)) ?? today
  return {
    on,
    cell: view.cell,
    opened: view.opened,
    attention: view.attention,
    setOn: (next: BusinessDate) => setView((was) => ({ ...was, on: next === today ? null : next })),
    move: (cell: FigureCell) => setView((was) => ({ ...was, cell })),
    open: (cell: FigureCell) => setView((was) => ({ ...was, cell, opened: true, attention: null })),
    openAttention: (attention: Attention) => setView((was) => ({ ...was, attention, opened: false })),
    close: () => setView((was) => ({ ...was, opened: false, attention: null })),
  }
}
