import { useSyncExternalStore } from 'react'
import { isBigScreen } from './big-screen.ts'
import { currentToken, onTokenChange } from './token.ts'

/**
 * Whether the screen is locked (S4). The page is covered at once, before the application has answered; it stays mounted, so that
 * what was typed is there afterwards. The big screen shows no customer and is never covered.
 */
const key = 'showroom.locked'
const listeners = new Set<() => void>()
let locked = sessionStorage.getItem(key) !== null
/** Where the keyboard was when the page was covered. */
let focused: Element | null = null

/** What the windows of one session tell each other: one locks all, and work in one keeps all open. */
type Word = { readonly token: string | null } & (
  | { readonly type: 'locked'; readonly on: boolean }
  | { readonly type: 'touched' }
)
const windows = new BroadcastChannel('showroom.lock')
const touchListeners = new Set<() => void>()

const cover = () => document.documentElement.toggleAttribute('data-covered', locked && !isBigScreen)
cover()

function keep(on: boolean) {
  if (on === locked) return
  if (on) focused = document.activeElement
  locked = on
  if (on) sessionStorage.setItem(key, '1')
  else sessionStorage.removeItem(key)
  cover()
  for (const tell of listeners) tell()
}

export const isLocked = () => locked
/** Hidden, nothing keeps the focus: it goes back there when the page can be seen again. */
export const focusedBefore = () => focused
/** Locks or opens every window of this session. */
export function setLocked(on: boolean) {
  keep(on)
  windows.postMessage({ type: 'locked', on, token: currentToken() } satisfies Word)
}
/** Tells the other windows that somebody works here. */
export const tellTouched = () =>
  windows.postMessage({ type: 'touched', token: currentToken() } satisfies Word)
/** Answers a function that stops listening. */
export function onTouchedElsewhere(tell: () => void): () => void {
  touchListeners.add(tell)
  return () => touchListeners.delete(tell)
}

windows.addEventListener('message', ({ data }: MessageEvent<Word>) => {
  if (data.token !== currentToken()) return
  if (data.type === 'locked') keep(data.on)
  else for (const tell of touchListeners) tell()
})
// Who signs in next finds nothing locked.
onTokenChange(() => keep(false))

function subscribe(tell: () => void) {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
export const useLocked = () => useSyncExternalStore(subscribe, isLocked)

/** Waits until the screen is open; rejects when the call is given up, or the session ends meanwhile. */
export function untilUnlocked(signal?: AbortSignal): Promise<void> {
  if (!locked) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const stop: (() => void)[] = []
    const settle = (end: () => void) => {
      for (const each of stop) each()
      end()
    }
    const ended = () => settle(() => reject({ code: 'NOT_SIGNED_IN', message: '' }))
    const aborted = () => settle(() => reject(signal?.reason))
    // The session that ends is told before the screen opens for whoever comes next.
    stop.push(onTokenChange(ended))
    stop.push(subscribe(() => !locked && settle(resolve)))
    signal?.addEventListener('abort', aborted)
    stop.push(() => signal?.removeEventListener('abort', aborted))
  })
}
