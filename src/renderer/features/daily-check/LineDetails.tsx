import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DueDate } from '../../ui/marks/DueDate.tsx'
import { GradeBadge } from '../../ui/marks/GradeBadge.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { Reasons } from '../../ui/Why.tsx'
import type { CheckLine } from './figures.ts'
import classes from './LinesPane.module.css'

interface LineDetailsProps {
  readonly line: CheckLine
  readonly withOwner: boolean
  readonly onOpen: () => void
  readonly onInstruct?: () => void
}

/** What a manager asks about a line before he opens the customer: dates, what was said last, and why. */
export function LineDetails({ line, withOwner, onOpen, onInstruct }: LineDetailsProps) {
  const { t } = useTranslation()
  return (
    <section className={classes.details} aria-label={t('ui.detailsOf')}>
      <div className={classes.detailsHead}>
        <GradeBadge grade={line.grade} />
        <strong>{line.customerName ?? t('dailyCheck.noCustomer')}</strong>
        {line.model && <span>{line.model}</span>}
        <span style={{ flex: 1 }} />
        {line.customerId !== null && onInstruct && (
          <Button variant="default" onClick={onInstruct} rightSection={<KeyHint keys="b" />}>
            {t('instructions.give')}
          </Button>
        )}
        {line.customerId !== null && (
          <Button variant="default" onClick={onOpen} rightSection={<KeyHint keys="Enter" />}>
            {t('dailyCheck.openCustomer')}
          </Button>
        )}
      </div>
      <dl className={classes.facts}>
        {withOwner && (
          <>
            <dt>{t('dailyCheck.field.owner')}</dt>
            <dd>{line.staffName}</dd>
          </>
        )}
        <dt>{t('dailyCheck.field.reasons')}</dt>
        <dd>
          <Reasons reasons={line.reasons} />
        </dd>
        {line.limit && (
          <>
            <dt>{t('dailyCheck.field.limit')}</dt>
            <dd>
              <DueDate on={line.limit} />
            </dd>
          </>
        )}
        {line.expectedPurchaseDate && (
          <>
            <dt>{t('dailyCheck.field.expected')}</dt>
            <dd>
              <DueDate on={line.expectedPurchaseDate} />
            </dd>
          </>
        )}
        <dt>{t('dailyCheck.field.lastContact')}</dt>
        <dd>
          <DueDate on={line.lastContactOn} due={false} />
        </dd>
        {line.lastContent && (
          <>
            <dt>{t('dailyCheck.field.content')}</dt>
            <dd>{line.lastContent}</dd>
          </>
        )}
      </dl>
    </section>
  )
}
