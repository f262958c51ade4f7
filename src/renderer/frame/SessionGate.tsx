import { Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { SessionProvider, type Session } from '../api/use-session.ts'
import { useQuery } from '../api/use-query.ts'
import { forgetWantedPage, wantedPage } from '../api/wanted-page.ts'
import { ChangePasswordPage } from '../features/session/ChangePasswordPage.tsx'
import { ErrorState } from '../ui/states/ErrorState.tsx'
import { homeOf, permissionOfPage } from './navigation.tsx'
import { Reminders } from './Reminders.tsx'
import { Starting } from './Starting.tsx'
import { Usable } from './Usable.tsx'

const minuteMs = 60_000
const noPages = ['/', '/setup', '/sign-in']

/** Reads who is signed in, the store and its policy before any screen is drawn, and keeps them fresh. */
export function SessionGate() {
  const session = useQuery('session.current')
  const store = useQuery('store.status', undefined, { everyMs: minuteMs })
  const mustChange = session.data?.mustChangePassword ?? true
  const policy = useQuery('policies.current', undefined, { enabled: !mustChange })
  const path = useLocation({ select: ({ pathname }) => pathname })
  useNewDay(store.data?.today)
  const value = useMemo<Session | null>(
    () =>
      session.data && store.data && policy.data
        ? {
            ...session.data,
            store: store.data,
            policy: policy.data.policy,
            policyVersion: policy.data.version,
          }
        : null,
    [session.data, store.data, policy.data],
  )
  const ready = value !== null
  useEffect(() => {
    if (ready) forgetWantedPage()
  }, [ready])
  const failed = [session, store, policy].find((each) => each.isError && !each.data)
  if (failed) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
  if (session.data?.mustChangePassword) {
    return (
      <Usable screen="/change-password">
        <ChangePasswordPage />
      </Usable>
    )
  }
  if (!value) return <Starting />
  if (noPages.includes(path)) return <Begin session={value} />
  return (
    <SessionProvider value={value}>
      <Usable screen={path}>
        <Outlet />
      </Usable>
      <Reminders />
    </SessionProvider>
  )
}

/** Where a session begins: on the page that is waited for, if whoever signed in has one like it, else where his day begins. */
function Begin({ session: { staff, permissions } }: { readonly session: Session }) {
  const [page] = useState(wantedPage)
  const needed = page === null ? undefined : permissionOfPage(page)
  const goes = page !== null && needed !== undefined && permissions.includes(needed)
  return <Navigate to={goes ? page : homeOf(staff.role)} replace />
}

/** A new business date makes everything on the screen old. */
function useNewDay(today: string | undefined) {
  const queryClient = useQueryClient()
  useEffect(() => {
    if (today)
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'store.status' })
  }, [today, queryClient])
}
