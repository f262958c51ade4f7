import { ActionIcon, Button, Title } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Card, CardOpportunity, CardPlan } from '../../ui/customer/card.ts'
import { AppointmentTag } from '../../ui/customer/AppointmentTag.tsx'
import { OpeningTag } from '../../ui/customer/OpeningTag.tsx'
import { DueDate } from '../../ui/marks/DueDate.tsx'
import { GradeBadge } from '../../ui/marks/GradeBadge.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { Phone } from '../../ui/marks/Phone.tsx'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { ProtectionBar } from '../../ui/marks/ProtectionBar.tsx'
import classes from './Execution.module.css'

interface FormHeadProps {
  readonly card: Card
  readonly opportunity: CardOpportunity
  readonly plan: CardPlan | undefined
  /** The screen shows who it is already. */
  readonly bare: boolean
  readonly restored: boolean
  readonly onStartAgain: () => void
  readonly onCancel: () => void
}

/** Whom to call, and what about: the plan with its purpose, the car, the remark. */
export function FormHead(props: FormHeadProps) {
  const { card, opportunity, plan, bare, restored, onStartAgain, onCancel } = props
  const { t } = useTranslation()
  const { customer, protection } = card
  // The newest proposal that is not closed, for as long as the grade is another one.
  const proposal = card.instructions.find(
    ({ status, proposedGrade }) =>
      status !== 'closed' && proposedGrade !== null && proposedGrade !== opportunity.grade,
  )
  return (
    <header className={classes.head}>
      <GradeBadge grade={opportunity.grade} size={bare ? 'sm' : 'lg'} />
      <div className={classes.headLines}>
        {!bare && (
          <div className={classes.headLine}>
            <Title order={2}>{customer.name ?? t('common.unknown')}</Title>
            <span className={classes.phone}>
              <Phone phone={customer.mobile} icon />
            </span>
            {customer.doNotContact.length > 0 && (
              <Tag tone="danger">
                {t('privacy.closed', {
                  channels: customer.doNotContact.map((each) => t(`codes.channel.${each}`)).join(t('ui.and')),
                })}
              </Tag>
            )}
            {protection && <ProtectionBar daysLeft={protection.daysLeft} thinIce={protection.thinIce} />}
          </div>
        )}
        <div className={classes.headLine}>
          <strong>{opportunity.model ?? t('customers.noModel')}</strong>
          {plan ? (
            <span className={classes.plan}>
              <DueDate on={plan.on} brief /> {plan.time} {t(`codes.channel.${plan.channel}`)}
              {plan.purpose && ` · ${plan.purpose}`}
            </span>
          ) : (
            <span className={classes.quiet}>{t('execution.unplanned')}</span>
          )}
          <OpeningTag opening={opportunity.opening} />
          {opportunity.appointment && <AppointmentTag appointment={opportunity.appointment} />}
          {opportunity.remarkText && (
            <span className={classes.remark} title={opportunity.remarkText}>
              {opportunity.remarkText}
            </span>
          )}
        </div>
        {proposal?.proposedGrade && (
          <div className={classes.headLine}>
            <GradeBadge grade={proposal.proposedGrade} />
            <span className={classes.proposal} title={proposal.text}>
              {t('instructions.executionProposal', {
                name: proposal.givenBy.name,
                grade: proposal.proposedGrade,
                text: proposal.text,
              })}
            </span>
          </div>
        )}
      </div>
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
    </header>
  )
}
