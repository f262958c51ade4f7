import type { ReactNode } from 'react'
import classes from './Imports.module.css'

/** Where a step ends: what comes of it on the left, back and on at the right. */
export function WizardFoot({
  summary,
  children,
}: {
  readonly summary: ReactNode
  readonly children: ReactNode
}) {
  return (
    <footer className={classes.foot}>
      <div className={classes.summary}>{summary}</div>
      {children}
    </footer>
  )
}
