import { Button, Checkbox, Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { results, type Channel, type Result } from '#shared/domain/codes.ts'
import { useToday } from '../../api/use-session.ts'
import { useChannelChoices } from '../../ui/choice/closed-channels.ts'
import { ChoiceGroup } from '../../ui/choice/ChoiceGroup.tsx'
import { GradeChoice } from '../../ui/choice/GradeChoice.tsx'
import type { CardOpportunity } from '../../ui/customer/card.ts'
import { DateField } from '../../ui/fields/DateField.tsx'
import { usePairing } from '../../ui/planner/use-pairing.ts'
import type { Proposal } from '../../ui/planner/use-proposal.ts'
import { useWords } from '../../ui/words/use-words.ts'
import { changesPair, isLate, namesGrade, type Draft } from './draft.ts'
import classes from './Execution.module.css'

interface ContactFieldsProps {
  readonly draft: Draft
  readonly opportunity: CardOpportunity
  /** S7 Channels that the customer closed. */
  readonly closed: readonly Channel[]
  readonly agreement: Proposal | undefined
  readonly onChange: (change: Partial<Draft>) => void
  readonly onResult: (result: Result) => void
  readonly errors: (field: string) => string | undefined
}

/** What came of the contact: result, what was said, what the customer thinks, the grade and the date it leads to. */
export function ContactFields({
  draft,
  opportunity,
  closed,
  agreement,
  onChange,
  onResult,
  errors,
}: ContactFieldsProps) {
  const { t } = useTranslation()
  const words = useWords()
  const channelChoices = useChannelChoices()
  const today = useToday()
  const pairing = usePairing({
    opportunityId: opportunity.opportunityId,
    pair: draft,
    onChange,
  })
  const [wantsEarlier, setEarlier] = useState(false)
  const isEarlier = wantsEarlier || draft.contactedOn !== null || errors('contactedOn') !== undefined
  const isReached = draft.result === 'reached' || draft.result === null
  const isFormal = isReached && agreement !== undefined && agreement.formalGradeAt !== null
  const disagreement = changesPair(draft) && agreement && !agreement.agrees ? agreement.agreement : []
  return (
    <>
      <ChoiceGroup
        id="execution-result"
        label={t('ui.field.result')}
        choices={results.map((code, index) => ({
          value: code,
          label: t(`codes.result.${code}`),
          keys: String(index + 1),
        }))}
        columns={4}
        value={draft.result}
        onChange={onResult}
        error={errors('result')}
        required
      />
      <div className={classes.said}>
        <Textarea
          id="execution-content"
          label={t('ui.field.content')}
          placeholder={isReached ? t('execution.contentHint') : t('execution.contentOptional')}
          value={draft.content}
          onChange={(event) => onChange({ content: event.currentTarget.value })}
          withAsterisk={isReached}
          error={errors('content')}
          autosize
          minRows={2}
          maxRows={6}
        />
        <Textarea
          id="execution-feedback"
          label={t('ui.field.feedback')}
          placeholder={t('common.optional')}
          value={draft.feedback}
          onChange={(event) => onChange({ feedback: event.currentTarget.value })}
          error={errors('feedback')}
          autosize
          minRows={2}
          maxRows={6}
        />
      </div>
      <div className={classes.row}>
        <GradeChoice
          id="execution-grade"
          value={isFormal && !namesGrade(draft) ? null : draft.grade}
          onChange={pairing.chooseGrade}
          error={errors('opportunity.grade')}
        />
        <div className={classes.date}>
          <DateField
            id="execution-expected"
            label={t('codes.field.expectedPurchaseDate')}
            value={draft.expected}
            onChange={pairing.chooseDate}
            error={errors('opportunity.expectedPurchaseDate')}
          />
        </div>
        <Select
          id="execution-channel"
          label={t('ui.field.channel')}
          value={draft.channel}
          onChange={(code) => code && onChange({ channel: code })}
          data={channelChoices(closed, false)}
          allowDeselect={false}
          error={errors('channel')}
        />
        {isEarlier ? (
          <div className={classes.date}>
            <DateField
              id="execution-contacted"
              label={t('ui.field.contactedOn')}
              value={draft.contactedOn ?? today}
              onChange={(contactedOn) => onChange({ contactedOn })}
              lean="past"
              max={today}
              min={opportunity.openedOn}
              autoFocus={draft.contactedOn === null}
              error={errors('contactedOn')}
            />
          </div>
        ) : (
          <Button variant="subtle" className={classes.earlier} onClick={() => setEarlier(true)}>
            {t('execution.earlier')}
          </Button>
        )}
      </div>
      {(closed.length > 0 || draft.inbound) && (
        <div className={classes.closed}>
          {closed.length > 0 && (
            <p className={classes.warn}>
              {t('privacy.closed', {
                channels: closed.map((each) => t(`codes.channel.${each}`)).join(t('ui.and')),
              })}
            </p>
          )}
          <Checkbox
            id="execution-inbound"
            label={t('privacy.byInbound')}
            checked={draft.inbound === true}
            onChange={(event) => onChange({ inbound: event.currentTarget.checked })}
          />
        </div>
      )}
      {isFormal && (
        <p className={classes.formal} data-named={namesGrade(draft) || undefined}>
          {t('execution.formalGrade', { contact: agreement.formalGradeAt })}
        </p>
      )}
      {opportunity.outOfStep && !changesPair(draft) && (
        <p className={classes.warn}>
          {t('customers.gradeByDate', { grade: opportunity.gradeByDate })}{' '}
          <Button
            variant="default"
            size="compact-xs"
            onClick={() => pairing.chooseGrade(opportunity.gradeByDate)}
          >
            {t('toDo.regrade', { grade: opportunity.gradeByDate })}
          </Button>
        </p>
      )}
      {disagreement.length > 0 && (
        <p className={classes.warn}>{disagreement.map((each) => words.reason(each)).join(' · ')}</p>
      )}
      {isLate(draft, today) && <p className={classes.warn}>{t('execution.late')}</p>}
    </>
  )
}
