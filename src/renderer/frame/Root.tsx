import { Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { desktop } from '../api/desktop.ts'
import { useToken } from '../api/token.ts'
import { useQuery } from '../api/use-query.ts'
import { ErrorState } from '../ui/ErrorState.tsx'
import { SessionGate } from './SessionGate.tsx'
import { Starting } from './Starting.tsx'
import { StoreFailed } from './StoreFailed.tsx'
import { Usable } from './Usable.tsx'

/** Decides by what is true: no store, nobody signed in, or work. The address follows. */
export function Root() {
  const setup = useQuery('setup.state')
  const token = useToken()
  const path = useLocation({ select: ({ pathname }) => pathname })
  useDesktopNavigation()
  if (setup.isError) return <ErrorState error={setup.error} onRetry={() => void setup.refetch()} />
  if (setup.isPending) return <Starting />
  if (setup.data.state === 'failed')
    return (
      <Usable screen="failed">
        <StoreFailed failure={setup.data.failure} onRetry={() => void setup.refetch()} />
      </Usable>
    )
  const gate = setup.data.state === 'no_store' ? '/setup' : token === null ? '/sign-in' : null
  if (gate === null) return <SessionGate />
  if (path !== gate) return <Navigate to={gate} replace />
  return (
    <Usable screen={gate}>
      <Outlet />
    </Usable>
  )
}

function useDesktopNavigation() {
  useEffect(
    () =>
      desktop.listen((message) => {
        if (message.type === 'navigate') location.hash = `#${message.to}`
      }),
    [],
  )
}
