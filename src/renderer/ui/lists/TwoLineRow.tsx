import type { ReactNode } from 'react'
import classes from './TwoLineRow.module.css'

interface TwoLineRowProps {
  /** Stands before both lines. */
  readonly before?: ReactNode
  readonly first: ReactNode
  readonly second: ReactNode
}

/** A row of a list in two lines: who or what, then what there is to say of it. */
export function TwoLineRow({ before, first, second }: TwoLineRowProps) {
  return (
    <div className={classes.row}>
      {before}
      <div className={classes.lines}>
        <div className={classes.line}>{first}</div>
        <div className={classes.line}>{second}</div>
      </div>
    </div>
  )
}

interface WordsProps {
  readonly children: ReactNode
}
/** Words of a line that stand back, and stay whole. */
export const Quiet = ({ children }: WordsProps) => <span className={classes.quiet}>{children}</span>
/** Words of a line that are cut where there is no room. */
export const Cut = ({ children }: WordsProps) => <span className={classes.cut}>{children}</span>
