import { useTranslation } from 'react-i18next'
import { DueDate } from '../../ui/marks/DueDate.tsx'
import { GradeBadge } from '../../ui/marks/GradeBadge.tsx'
import { useWords } from '../../ui/words/use-words.ts'
import type { CheckLine } from './figures.ts'
import classes from './LinesPane.module.css'

/** One line of a figure: the customer, the date, and why it is here. */
export function LineRow({ line, withOwner }: { readonly line: CheckLine; readonly withOwner: boolean }) {
  const { t } = useTranslation()
  const words = useWords()
  const [first] = line.reasons
  const beside = [line.model, withOwner ? line.staffName : null].filter(Boolean).join(' · ')
  return (
    <div className={classes.line}>
      <GradeBadge grade={line.grade} />
      <span className={classes.who}>
        <span className={classes.customer}>{line.customerName ?? t('dailyCheck.noCustomer')}</span>
        <span className={classes.quiet}>{beside}</span>
      </span>
      <DueDate on={line.on} due={false} />
      <span className={`${classes.quiet} ${classes.why}`}>
        {first ? words.reason(first) : line.lastContent}
      </span>
    </div>
  )
}
