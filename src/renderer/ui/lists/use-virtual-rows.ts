import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

interface VirtualRowsOptions {
  /** Under which the height of the box is remembered while the window is open. */
  readonly name: string
  readonly count: number
  /** All rows are of one height, in pixels. */
  readonly rowHeight: number
  /** The selected row, -1 for none. */
  readonly index: number
  /** Height of a head that stays above the rows, in pixels. */
  readonly head?: number
  /** Told once each time the last rows come into sight. */
  readonly onEnd?: (() => void) | undefined
}

/** Which rows are in sight: the first, and how many fit. */
interface Sight {
  readonly first: number
  readonly fitting: number
}

/** Rows drawn beyond those in sight, on either side. */
const overscan = 4
/** How high the box of a list was when it was last seen: the first drawing has the right rows, without asking the browser for a layout. */
const heights = new Map<string, number>()

const sightOf = (scroll: { readonly top: number; readonly height: number }, rowHeight: number): Sight => ({
  first: Math.floor(scroll.top / rowHeight),
  fitting: Math.ceil(scroll.height / rowHeight) + 1,
})

/** The rows in sight of a scrolling box; the selected one is kept in sight, and the scroll stays where it is. */
export function useVirtualRows({ name, count, rowHeight, index, head = 0, onEnd }: VirtualRowsOptions) {
  const boxRef = useRef<HTMLDivElement>(null)
  const scroll = useRef({ top: 0, height: heights.get(name) ?? window.innerHeight })
  const [sight, setSight] = useState(() => sightOf(scroll.current, rowHeight))
  const latestIndex = useRef(index)

  /** Looks where the box stands, and draws the rows of that place. */
  const look = (box: HTMLElement) => {
    scroll.current = { top: box.scrollTop, height: box.clientHeight - head }
    // A list that is hidden has no height.
    if (scroll.current.height > 0) heights.set(name, scroll.current.height)
    const next = sightOf(scroll.current, rowHeight)
    setSight((before) => (before.first === next.first && before.fitting === next.fitting ? before : next))
  }
  const keepInSight = () => {
    const box = boxRef.current
    const { top, height } = scroll.current
    const [above, below] = [latestIndex.current * rowHeight, (latestIndex.current + 1) * rowHeight]
    if (!box || latestIndex.current < 0 || (above >= top && below <= top + height)) return
    box.scrollTop = above < top ? above : below - height
    look(box)
  }
  useLayoutEffect(() => {
    latestIndex.current = index
    keepInSight()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- where another row is selected, and only then
  }, [index])
  useEffect(() => {
    const box = boxRef.current
    if (!box) return
    const draw = () => flushSync(() => look(box))
    // It is told at once, after the layout of the first drawing and before that is painted.
    let isFirst = true
    const observer = new ResizeObserver(() => {
      draw()
      if (isFirst) flushSync(keepInSight)
      isFirst = false
    })
    observer.observe(box)
    box.addEventListener('scroll', draw, { passive: true })
    return () => {
      observer.disconnect()
      box.removeEventListener('scroll', draw)
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the box, its name and its rows' height stay
  }, [])

  const end = Math.min(count, sight.first + sight.fitting + overscan)
  const begin = Math.max(0, Math.min(sight.first, count - sight.fitting) - overscan)
  const atEnd = count > 0 && end === count
  useEffect(() => {
    if (atEnd) onEnd?.()
    // oxlint-disable-next-line react/exhaustive-deps -- told when the end is reached, not when the callback changes
  }, [atEnd, count])
  return {
    boxRef,
    /** The height of all rows, in pixels. */
    height: count * rowHeight,
    /** The rows to be drawn. */
    rows: Array.from({ length: Math.max(0, end - begin) }, (_, offset) => begin + offset),
  }
}
