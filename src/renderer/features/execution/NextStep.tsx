import { Alert, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { lossReasons, type Channel } from '#shared/domain/codes.ts'
import { usePolicy } from '../../api/use-session.ts'
import { ChoiceGroup } from '../../ui/choice/ChoiceGroup.tsx'
import { Planner } from '../../ui/planner/Planner.tsx'
import type { Proposal } from '../../ui/planner/use-proposal.ts'
import type { CardOpportunity, CardPlan } from '../../ui/customer/card.ts'
import { DueDate } from '../../ui/marks/DueDate.tsx'
import type { Draft } from './draft.ts'
import classes from './Execution.module.css'

interface NextStepProps {
  readonly draft: Draft
  /** What is planned already. */
  readonly kept: readonly CardPlan[]
  /** S7 Channels that the customer closed. */
  readonly closed: readonly Channel[]
  readonly appointment: CardOpportunity['appointment']
  readonly proposal: Proposal | undefined
  readonly onChange: (change: Partial<Draft>) => void
  readonly errors: (field: string) => string | undefined
}

/** What follows: what is planned already, the next plan, or one of the two ends. Never nothing. */
export function NextStep({ draft, kept, closed, appointment, proposal, onChange, errors }: NextStepProps) {
  const { t } = useTranslation()
  const { lossNeedsApproval } = usePolicy().switches
  const { loss } = draft
  const changeLoss = (change: Partial<Draft['loss']>) => onChange({ loss: { ...loss, ...change } })
  return (
    <div className={classes.next} role="group" aria-label={t('execution.andThen')}>
      <div className={classes.nextHead}>
        <span className={classes.legend}>{t('execution.andThen')}</span>
        <ChoiceGroup
          id="execution-next"
          label={t('execution.andThen')}
          labelHidden
          choices={choicesOf(kept).map((value) => ({
            value,
            label: t(`execution.next.${value}`),
          }))}
          value={draft.next}
          onChange={(next) => onChange({ next })}
          error={errors('next')}
        />
      </div>
      {draft.next === 'keep' && (
        <ul className={classes.kept} aria-label={t('execution.next.keep')}>
          {kept.map((plan) => (
            <li key={plan.planId}>
              <DueDate on={plan.on} /> {plan.time} {t(`codes.channel.${plan.channel}`)}
              {plan.purpose && ` · ${plan.purpose}`}
            </li>
          ))}
        </ul>
      )}
      {draft.next === 'plan' && appointment && kept.length > 0 && (
        <p className={classes.warn}>
          {t(draft.plan.channel === 'showroom_visit' ? 'execution.movesVisit' : 'execution.dropsCalls')}
        </p>
      )}
      {draft.next === 'plan' && (
        <Planner
          id="execution-plan"
          closed={closed}
          proposal={proposal}
          value={draft.plan}
          onChange={(change) => onChange({ plan: { ...draft.plan, ...change } })}
          errors={(field) => errors(`next.${field}`)}
        />
      )}
      {draft.next === 'ordered' && (
        <Alert color="green" variant="light" p="xs">
          {t('execution.orderedNote')}
        </Alert>
      )}
      {draft.next === 'lost' && (
        <>
          <ChoiceGroup
            id="execution-loss"
            label={t('execution.lossReason')}
            choices={lossReasons.map((code) => ({ value: code, label: t(`codes.lossReason.${code}`) }))}
            value={loss.reason}
            onChange={(reason) => changeLoss({ reason })}
            error={errors('next.reason')}
            required
          />
          {loss.reason === 'competitor' && (
            <TextInput
              id="execution-competitor"
              label={t('codes.field.competitor')}
              value={loss.competitor}
              onChange={(event) => changeLoss({ competitor: event.currentTarget.value })}
              error={errors('next.competitor') ?? (loss.note ? undefined : errors('next.note'))}
              withAsterisk
            />
          )}
          <Textarea
            id="execution-loss-note"
            label={t('ui.field.note')}
            value={loss.note}
            onChange={(event) => changeLoss({ note: event.currentTarget.value })}
            error={loss.reason === 'competitor' ? undefined : errors('next.note')}
            withAsterisk={loss.reason === 'other'}
            autosize
            minRows={1}
            maxRows={4}
          />
          <p className={classes.quiet}>
            {t(lossNeedsApproval ? 'execution.lossNeedsApproval' : 'execution.lossAtOnce')}
          </p>
        </>
      )}
    </div>
  )
}

/** To keep what is planned is offered only where there is something. */
const choicesOf = (kept: readonly CardPlan[]): readonly Draft['next'][] =>
  kept.length > 0 ? ['keep', 'plan', 'ordered', 'lost'] : ['plan', 'ordered', 'lost']
