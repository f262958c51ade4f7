import { useCallback, useEffect } from 'react'
import type { CallOutput } from '../../api/calls.ts'
import { isBigScreen } from '../../api/big-screen.ts'
import { call } from '../../api/client.ts'
import { desktop } from '../../api/desktop.ts'
import { setLocked, useLocked } from '../../api/screen-lock.ts'
import { LockScreen } from './LockScreen.tsx'
import { useIdleLock } from './use-idle-lock.ts'

/** In the evening meeting people talk over one page: the projector does not go dark between two keys. Minutes. */
const idleInMeeting = 30

/** Locks at once on the screen, then in the application; without its answer the screen stays covered all the same. */
export function lockScreen() {
  setLocked(true)
  call('session.lock', undefined).catch(() => {})
}

interface ScreenLockProps {
  readonly session: CallOutput<'session.current'>
  /** The page on the screen. */
  readonly path: string
}

/** Locks the screen of a shared desk when nobody sits there (S4), and draws what covers it. */
export function ScreenLock({ session, path }: ScreenLockProps) {
  const locked = useLocked()
  const { idleMinutes } = session
  const inMeeting = path.startsWith('/meeting/')
  const minutes = idleMinutes === null || !inMeeting ? idleMinutes : Math.max(idleMinutes, idleInMeeting)
  const idle = useCallback(() => lockScreen(), [])
  useIdleLock(locked || isBigScreen ? null : minutes, idle)
  useEffect(() => {
    if (session.locked) setLocked(true)
  }, [session.locked])
  useEffect(
    () =>
      desktop.listen((message) => {
        if (message.type === 'lock' && !isBigScreen) lockScreen()
      }),
    [],
  )
  return locked && !isBigScreen ? <LockScreen session={session} /> : null
}
