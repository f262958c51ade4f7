import { createContext, use } from 'react'
import type { Permission } from '#shared/access/permissions.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { CallOutput } from './calls.ts'

/** Who is signed in, in which store, under which policy. Everything inside the frame can rely on it. */
export interface Session extends CallOutput<'session.current'> {
  readonly store: CallOutput<'store.status'>
  readonly policy: CallOutput<'policies.current'>['policy']
  readonly policyVersion: number
}

const SessionContext = createContext<Session | null>(null)
export const SessionProvider = SessionContext.Provider

export function useSession(): Session {
  const session = use(SessionContext)
  if (!session) throw new Error('used outside a session')
  return session
}
/** Null on the screens before signing in. */
export const useMaybeSession = (): Session | null => use(SessionContext)
/** The store's business date, never the machine's. */
export const useToday = (): BusinessDate => useSession().store.today
export const usePolicy = () => useSession().policy
/** Whether the role may at all; main decides over whose rows. */
export const useCan = (permission: Permission): boolean => useSession().permissions.includes(permission)
