import type { ReactNode } from 'react'

/** What every part of the page has in its head. */
export interface TabProps {
  readonly title: string
  /** The choice between the parts. */
  readonly tabs: ReactNode
}
