import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'

interface VirtualRowsOptions {
  readonly count: number
  readonly rowHeight: number
  readonly index: number
  /** Told once each time the last rows come into sight. */
  readonly onEnd?: (() => void) | undefined
}

/** The rows in sight of a scrolling box; the selected one is kept in sight, and the scroll stays where it is. */
export function useVirtualRows({ count, rowHeight, index, onEnd }: VirtualRowsOptions) {
  const boxRef = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count,
    getScrollElement: () => boxRef.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  useEffect(() => {
    if (index >= 0) rows.scrollToIndex(index, { align: 'auto' })
  }, [rows, index])
  const last = rows.getVirtualItems().at(-1)?.index ?? 0
  const atEnd = count > 0 && last >= count - 1
  useEffect(() => {
    if (atEnd) onEnd?.()
    // oxlint-disable-next-line react/exhaustive-deps -- told when the end is reached, not when the callback changes
  }, [atEnd, count])
  return { boxRef, rows }
}
