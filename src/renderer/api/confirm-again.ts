import { useSyncExternalStore } from 'react'

/**
 * S4 Some acts ask for the password once more. The command waits here while the screen asks; it then goes on under the same id,
 * or fails as it was refused.
 */
let waiting: ((confirmed: boolean) => void)[] = []
const listeners = new Set<() => void>()
const tell = () => {
  for (const each of listeners) each()
}

/** Asks who is there; answers whether he proved it. */
export const confirmAgain = (): Promise<boolean> =>
  new Promise((resolve) => {
    waiting = [...waiting, resolve]
    tell()
  })

/** The screen has asked. */
export function settleConfirming(confirmed: boolean) {
  const settled = waiting
  waiting = []
  tell()
  for (const resolve of settled) resolve(confirmed)
}

export const useConfirming = () =>
  useSyncExternalStore(
    (each) => {
      listeners.add(each)
      return () => listeners.delete(each)
    },
    () => waiting.length > 0,
  )
