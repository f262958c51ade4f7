import { useTranslation } from 'react-i18next'
import { GradeBadge } from '../../ui/GradeBadge.tsx'
import { Tag } from '../../ui/StatusBadge.tsx'
import { useDates } from '../../ui/use-dates.ts'
import classes from './Losses.module.css'
import type { Loss } from './loss.ts'

/** One application in two lines: who and why, and what was said last. */
export function LossRow({ loss }: { readonly loss: Loss }) {
  const { t } = useTranslation()
  const dates = useDates()
  const details = [loss.competitor, loss.note].filter(Boolean).join(' · ')
  return (
    <div className={classes.row}>
      <GradeBadge grade={loss.grade} />
      <div className={classes.lines}>
        <div className={classes.line}>
          <strong>{loss.customerName}</strong>
          <span className={classes.quiet}>{loss.model}</span>
          <Tag tone="warn">{t(`codes.lossReason.${loss.reason}`)}</Tag>
          <span className={classes.text}>{details}</span>
        </div>
        <div className={classes.line}>
          <span className={classes.quiet}>
            {t('losses.appliedBy', { name: loss.appliedBy, on: dates.near(loss.appliedOn) })}
          </span>
          <span className={classes.text}>{loss.lastContent || t('losses.noContent')}</span>
        </div>
      </div>
    </div>
  )
}
