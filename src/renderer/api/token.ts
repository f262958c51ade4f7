import { useSyncExternalStore } from 'react'
import { closeBigScreen, isBigScreen } from './big-screen.ts'
import { openedFrom, windowName } from './window-name.ts'

const key = 'showroom.token'
const borrowedKey = 'showroom.borrowed'
const listeners = new Set<() => void>()
let token = sessionStorage.getItem(key)
/** The session is that of the window which opened this one: it ends there. */
let borrowed = sessionStorage.getItem(borrowedKey) !== null
/** Whoever signed out here wants nobody's session. */
let follows = openedFrom !== null

/** What the windows of the product tell each other: nobody but our own pages hears it. */
type Word =
  | { readonly type: 'ask'; readonly of: string | null }
  | { readonly type: 'token'; readonly from: string | null; readonly token: string | null }
const windows = new BroadcastChannel('showroom.session')
const say = (word: Word) => windows.postMessage(word)

/** The token of the session of this window; it goes when the window closes. */
export const currentToken = () => token
/** Whether the session belongs to the window that opened this one, which goes on with it. */
export const isBorrowed = () => borrowed

function keep(next: string | null) {
  if (next === token) return
  token = next
  if (next === null) sessionStorage.removeItem(key)
  else sessionStorage.setItem(key, next)
  for (const tell of listeners) tell()
}

function borrow(on: boolean) {
  borrowed = on
  if (on) sessionStorage.setItem(borrowedKey, 'yes')
  else sessionStorage.removeItem(borrowedKey)
}

/** Somebody signed in here, or out. */
export function setToken(next: string | null) {
  const before = token
  borrow(false)
  if (next === null) follows = false
  keep(next)
  // Without a session the big screen has nothing to show; the window that opened it goes on, and the big screen goes with its session.
  if (isBigScreen) {
    if (next === null && before !== null) void closeBigScreen()
  } else say({ type: 'token', from: windowName, token: next })
}

/** The window that opened this one has a session, or none any more. */
function follow(next: string | null) {
  if (isBigScreen) return setToken(next)
  const mayFollow = token === null ? follows && next !== null : borrowed
  if (!mayFollow) return
  keep(next)
  borrow(next !== null)
  say({ type: 'token', from: windowName, token: next })
}

windows.addEventListener('message', ({ data }: MessageEvent<Word>) => {
  if (data.type === 'token' && data.from === openedFrom && openedFrom !== null) follow(data.token)
  if (data.type === 'ask' && data.of === windowName && !isBigScreen)
    say({ type: 'token', from: windowName, token })
})
if (openedFrom !== null && token === null) say({ type: 'ask', of: openedFrom })

/** Answers a function that stops listening. */
export function onTokenChange(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
export const useToken = () => useSyncExternalStore(onTokenChange, currentToken)
