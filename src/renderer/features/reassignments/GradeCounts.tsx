import { GradeBadge } from '../../ui/marks/GradeBadge.tsx'
import classes from './Reassign.module.css'

/** How many customers of each grade, badge and number. */
export function GradeCounts({
  counts,
}: {
  readonly counts: readonly { readonly grade: string; readonly customers: number }[]
}) {
  return (
    <span className={classes.counts}>
      {counts.map(({ grade, customers }) => (
        <span key={grade} className={classes.count}>
          <GradeBadge grade={grade} size="sm" /> {customers}
        </span>
      ))}
    </span>
  )
}
