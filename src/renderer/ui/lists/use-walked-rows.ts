import type { KeyboardEvent } from 'react'
import { handleListKeys } from '../keys/list-keys.ts'
import { useVirtualRows } from './use-virtual-rows.ts'

/** What every long list is told of its rows. */
export interface WalkedRows<T> {
  /** Names the list for screen readers. */
  readonly label: string
  readonly items: readonly T[]
  readonly keyOf: (item: T) => string
  readonly selectedKey?: string | null
  readonly onSelect?: (item: T) => void
  /** Enter or double click. */
  readonly onOpen?: (item: T) => void
  /** All rows are of one height, in pixels. */
  readonly rowHeight?: number
  /** The last rows came into sight: read the next page. */
  readonly onEnd?: () => void
}

interface Shown {
  /** In pixels. */
  readonly rowHeight: number
  /** Height of a head that stays above the rows, in pixels. */
  readonly head?: number
}

/** The rows of a list that are in sight, which of them is selected, and the keys that walk it. */
export function useWalkedRows<T>(props: WalkedRows<T>, { rowHeight, head = 0 }: Shown) {
  const { label, items, keyOf, selectedKey = null, onSelect, onOpen, onEnd } = props
  const index = items.findIndex((item) => keyOf(item) === selectedKey)
  const sight = useVirtualRows({ name: label, count: items.length, rowHeight, index, head, onEnd })
  const selected = items[index]
  const select = (at: number) => {
    const item = items[at]
    if (item !== undefined) onSelect?.(item)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) =>
    handleListKeys(event, {
      count: items.length,
      index,
      onMove: select,
      onOpen: () => selected !== undefined && onOpen?.(selected),
    })
  return { ...sight, index, onKeyDown }
}
