import { useLocation } from '@tanstack/react-router'
import { useQuery } from '../api/use-query.ts'
import { ConfirmAgain } from '../features/session/ConfirmAgain.tsx'
import { ScreenLock } from '../features/session/ScreenLock.tsx'

/** What stands above every screen of a session (S4): the lock of a desk that was left, and the question for the password. */
export function SessionGuard() {
  const session = useQuery('session.current')
  const path = useLocation({ select: ({ pathname }) => pathname })
  return (
    <>
      <ConfirmAgain />
      {session.data && <ScreenLock session={session.data} path={path} />}
    </>
  )
}
