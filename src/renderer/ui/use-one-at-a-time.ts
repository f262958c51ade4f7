import { useRef } from 'react'

/** An act that a second press, while it is under way, does not begin again: its ends (words, the next form) come once. */
export function useOneAtATime<A extends unknown[]>(act: (...args: A) => Promise<void>) {
  const isBusy = useRef(false)
  return async (...args: A): Promise<void> => {
    if (isBusy.current) return
    isBusy.current = true
    try {
      await act(...args)
    } finally {
      isBusy.current = false
    }
  }
}
