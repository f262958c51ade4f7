import { useSyncExternalStore } from 'react'
import { closeBigScreen, isBigScreen } from './big-screen.ts'

const key = 'showroom.token'
const listeners = new Set<() => void>()
let token = sessionStorage.getItem(key)

/** What the windows of the product tell each other: nobody but our own pages hears it. */
type Word = { readonly type: 'ask' } | { readonly type: 'token'; readonly token: string | null }
const windows = new BroadcastChannel('showroom.session')
const say = (word: Word) => windows.postMessage(word)

/** The token of the session of this window; it goes when the window closes. */
export const currentToken = () => token

function keep(next: string | null) {
  if (next === token) return
  token = next
  if (next === null) sessionStorage.removeItem(key)
  else sessionStorage.setItem(key, next)
  for (const tell of listeners) tell()
}

export function setToken(next: string | null) {
  keep(next)
  // Without a session the big screen has nothing to show; the first window goes on, and the big screen goes with it.
  if (isBigScreen) {
    if (next === null) void closeBigScreen()
  } else say({ type: 'token', token: next })
}

windows.addEventListener('message', ({ data }: MessageEvent<Word>) => {
  if (isBigScreen && data.type === 'token') setToken(data.token)
  if (!isBigScreen && data.type === 'ask') say({ type: 'token', token })
})
if (isBigScreen) say({ type: 'ask' })

/** Answers a function that stops listening. */
export function onTokenChange(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
export const useToken = () => useSyncExternalStore(onTokenChange, currentToken)
