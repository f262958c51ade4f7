import type { ReactNode } from 'react'
import classes from './Reassign.module.css'

/** Where a step ends: what is chosen on the left, back and on at the right. */
export function StepFoot({
  summary,
  children,
}: {
  readonly summary: ReactNode
  readonly children: ReactNode
}) {
  return (
    <footer className={classes.foot}>
      <div className={classes.summary} aria-live="polite">
        {summary}
      </div>
      {children}
    </footer>
  )
}
