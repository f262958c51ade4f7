import { useEffect, type ReactNode } from 'react'
import { desktop } from '../api/desktop.ts'

/** Tells the desktop that a person can begin. */
export function Usable({ screen, children }: { readonly screen: string; readonly children: ReactNode }) {
  useEffect(() => {
    desktop.call('usable', { screen }).catch(() => {})
  }, [screen])
  return children
}
