import { Navigate, useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { isBigScreen } from '../api/big-screen.ts'
import { desktop } from '../api/desktop.ts'
import { currentToken, useToken } from '../api/token.ts'
import { useQuery } from '../api/use-query.ts'
import { wantPage } from '../api/wanted-page.ts'
import { RescuePage } from '../features/rescue/RescuePage.tsx'
import { SignInPage } from '../features/session/SignInPage.tsx'
import { SetupPage } from '../features/setup/SetupPage.tsx'
import { ErrorState } from '../ui/states/ErrorState.tsx'
import { SessionGate } from './SessionGate.tsx'
import { SessionGuard } from './SessionGuard.tsx'
import { Starting } from './Starting.tsx'
import { Usable } from './Usable.tsx'

/** Decides by what is true: no store, nobody signed in, or work. The address follows. */
export function Root() {
  const setup = useQuery('setup.state')
  const token = useToken()
  const path = useLocation({ select: ({ pathname }) => pathname })
  useDesktopNavigation()
  if (setup.isError) {
    return (
      <Usable screen="failed">
        <ErrorState error={setup.error} onRetry={() => void setup.refetch()} />
      </Usable>
    )
  }
  if (setup.isPending) return <Starting />
  if (setup.data.state === 'failed')
    return (
      <Usable screen="failed">
        <RescuePage failure={setup.data.failure} />
      </Usable>
    )
  // The big screen waits for the session of the window that opened it, and shows one page.
  if (isBigScreen && (setup.data.state === 'no_store' || token === null)) return <Starting />
  if (isBigScreen && path !== '/board') return <Navigate to="/board" replace />
  const gate = setup.data.state === 'no_store' ? '/setup' : token === null ? '/sign-in' : null
  if (gate === null)
    return (
      <>
        <SessionGate />
        <SessionGuard />
      </>
    )
  // The page is drawn here and not by its address, which follows a moment later.
  return (
    <Usable screen={gate}>
      {path !== gate && <Navigate to={gate} replace />}
      {gate === '/setup' ? <SetupPage /> : <SignInPage />}
    </Usable>
  )
}

function useDesktopNavigation() {
  useEffect(
    () =>
      desktop.listen((message) => {
        if (message.type !== 'navigate') return
        // Before somebody has signed in, it is where he goes then.
        if (currentToken() === null) wantPage(message.to)
        else location.hash = `#${message.to}`
      }),
    [],
  )
}
