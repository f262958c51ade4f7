import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CompactCard } from '../../ui/customer/CompactCard.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import type { Decision } from './DecideDialog.tsx'
import classes from './Losses.module.css'
import type { Loss } from './loss.ts'

interface LossDetailsProps {
  readonly loss: Loss
  readonly onDecide: (decision: Decision) => void
}

/** The application beside the customer's history, and the two keys that decide on it. */
export function LossDetails({ loss, onDecide }: LossDetailsProps) {
  const { t } = useTranslation()
  return (
    <CompactCard
      customerId={loss.customerId}
      actions={
        loss.mayDecide && (
          <>
            <Button variant="default" onClick={() => onDecide('refuse')} rightSection={<KeyHint keys="r" />}>
              {t('losses.refuse')}
            </Button>
            <Button onClick={() => onDecide('approve')} rightSection={<KeyHint keys="a" />}>
              {t('losses.approve')}
            </Button>
          </>
        )
      }
    >
      <div className={classes.application}>
        <div className={classes.line}>
          <Tag tone="warn">{t(`codes.lossReason.${loss.reason}`)}</Tag>
          {loss.competitor && (
            <span>
              {t('losses.competitor')} {loss.competitor}
            </span>
          )}
          {!loss.mayDecide && <span className={classes.quiet}>{t('losses.waiting')}</span>}
        </div>
        {loss.note && <p>{loss.note}</p>}
        <p className={classes.quiet}>
          {t('losses.lastContent')} · {loss.lastContent || t('losses.noContent')}
        </p>
      </div>
    </CompactCard>
  )
}
