import { useSyncExternalStore } from 'react'

/** What a restore did: told until somebody has read it, also on the screen that asks who signs in now. */
export interface RestoredWord {
  readonly what: 'restored' | 'undone' | 'rescued'
  /** When the backup was made that the store is now; null where it does not say. */
  readonly madeAt: number | null
  /** Where the file that did not open was put; null where the store was sound. */
  readonly keptAside: string | null
  /** S7 How many people were erased again. */
  readonly erasedAgain: number
}

const key = 'showroom.restored'
const listeners = new Set<() => void>()
const read = (): RestoredWord | null => {
  const kept = sessionStorage.getItem(key)
  return kept === null ? null : (JSON.parse(kept) as RestoredWord)
}
let word = read()

/** Says it from now on, or no more. */
export function tellRestored(next: RestoredWord | null) {
  word = next
  if (next === null) sessionStorage.removeItem(key)
  else sessionStorage.setItem(key, JSON.stringify(next))
  for (const tell of listeners) tell()
}

export const useRestored = () =>
  useSyncExternalStore(
    (tell) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    () => word,
  )
