import { usePolicy } from '../../api/use-session.ts'
import { useTexts } from '../words/i18n.ts'
import classes from './ProtectionBar.module.css'
import { TooltipSpan } from '../TooltipSpan.tsx'

interface ProtectionBarProps {
  /** Days of protection left; null where nobody owns the customer. 0 or less is dormant. */
  readonly daysLeft: number | null
  readonly thinIce?: boolean
  /** Shows the number beside the bar. */
  readonly withDays?: boolean
}

/** 归属保护: a thin bar that empties over the days of protection, amber on thin ice. */
export function ProtectionBar({ daysLeft, thinIce = false, withDays = true }: ProtectionBarProps) {
  const { t } = useTexts()
  const { dormantAfterDays } = usePolicy().thresholds
  if (daysLeft === null) return null
  const gone = daysLeft < 0
  const label = gone ? t('ui.protectionGone') : t('ui.protection', { days: daysLeft })
  const full = Math.max(0, Math.min(1, daysLeft / dormantAfterDays))
  return (
    <TooltipSpan
      tooltip={thinIce && !gone ? `${label} · ${t('ui.thinIce')}` : label}
      className={classes.root}
      role="img"
      aria-label={label}
      data-thin={thinIce || undefined}
      data-gone={gone || undefined}
    >
      <span className={classes.track}>
        <span className={classes.fill} style={{ width: `${full * 100}%` }} />
      </span>
      {withDays && (
        <span className={classes.days}>
          {gone ? t('codes.figure.dormant') : t('ui.protectionShort', { days: daysLeft })}
        </span>
      )}
    </TooltipSpan>
  )
}
