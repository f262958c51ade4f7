import { ActionIcon, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CardOpportunity, CardPlan } from '../../ui/customer/card.ts'
import { DueDate } from '../../ui/DueDate.tsx'
import { GradeBadge } from '../../ui/GradeBadge.tsx'
import { KeyHint } from '../../ui/KeyHint.tsx'
import classes from './Execution.module.css'

interface FormHeadProps {
  readonly opportunity: CardOpportunity
  readonly plan: CardPlan | undefined
  readonly restored: boolean
  readonly onStartAgain: () => void
  readonly onCancel: () => void
}

/** What is executed: the plan with its purpose, and the opportunity it is about. */
export function FormHead({ opportunity, plan, restored, onStartAgain, onCancel }: FormHeadProps) {
  const { t } = useTranslation()
  return (
    <div className={classes.head}>
      <GradeBadge grade={opportunity.grade} />
      <strong>{opportunity.model}</strong>
      {plan ? (
        <span>
          <DueDate on={plan.on} /> {plan.time} {t(`codes.channel.${plan.channel}`)}
          {plan.purpose && ` · ${plan.purpose}`}
        </span>
      ) : (
        <span className={classes.quiet}>{t('execution.unplanned')}</span>
      )}
      {opportunity.remarkText && <span className={classes.remark}>{opportunity.remarkText}</span>}
      <span className={classes.gap} />
      {restored && (
        <span className={classes.restored}>
          {t('execution.restored')}
          <Button variant="subtle" size="compact-xs" onClick={onStartAgain}>
            {t('execution.startAgain')}
          </Button>
        </span>
      )}
      <KeyHint keys="Escape" />
      <ActionIcon aria-label={t('common.close')} onClick={onCancel}>
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </div>
  )
}
