import { useSyncExternalStore } from 'react'

const key = 'showroom.token'
const listeners = new Set<() => void>()
let token = sessionStorage.getItem(key)

/** The token of the session of this window; it goes when the window closes. */
export const currentToken = () => token

export function setToken(next: string | null) {
  if (next === token) return
  token = next
  if (next === null) sessionStorage.removeItem(key)
  else sessionStorage.setItem(key, next)
  for (const tell of listeners) tell()
}

/** Answers a function that stops listening. */
export function onTokenChange(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
export const useToken = () => useSyncExternalStore(onTokenChange, currentToken)
