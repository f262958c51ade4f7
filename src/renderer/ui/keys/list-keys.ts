import type { KeyboardEvent } from 'react'

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
}

interface ListKeys {
  readonly count: number
  readonly index: number
  readonly onMove: (index: number) => void
  readonly onOpen?: (() => void) | undefined
}

/** ↑ ↓ Page Home End walk a list, Enter opens. */
export function handleListKeys(
  event: KeyboardEvent<HTMLElement>,
  { count, index, onMove, onOpen }: ListKeys,
) {
  if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return
  if (event.target !== event.currentTarget) return
  const step = steps[event.key]
  if (step !== undefined && count > 0) {
    event.preventDefault()
    const from = index < 0 ? (step > 0 ? -1 : 0) : index
    onMove(Math.max(0, Math.min(count - 1, from + step)))
  } else if (event.key === 'Enter' && index >= 0) {
    event.preventDefault()
    onOpen?.()
  }
}
