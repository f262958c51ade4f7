import type { ReactNode } from 'react'
import classes from './DetailsPane.module.css'

interface DetailsPaneProps {
  /** The first line: an h2, its state, what can be done; a gap before what goes to the end is `ml="auto"`. */
  readonly head: ReactNode
  readonly children: ReactNode
}

/** What stands beside a list: the selected line under its head, in sections with an h3 each. */
export function DetailsPane({ head, children }: DetailsPaneProps) {
  return (
    <div className={classes.root}>
      <header className={classes.head}>{head}</header>
      {children}
    </div>
  )
}
