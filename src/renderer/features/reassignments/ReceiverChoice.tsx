import { Button, Checkbox, Radio, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Holding } from '#shared/contract/reassignments.ts'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { GradeCounts } from './GradeCounts.tsx'
import classes from './Reassign.module.css'
import { inputOf, type ReassignDraft } from './reassign-draft.ts'

interface ReceiverChoiceProps {
  readonly draft: ReassignDraft
  readonly receivers: readonly Holding[]
  readonly onChange: (draft: ReassignDraft) => void
}

const ways = ['evenByGrade', 'one'] as const

/** Who receives, with what each holds already, and how it is spread. */
export function ReceiverChoice({ draft, receivers, onChange }: ReceiverChoiceProps) {
  const { t } = useTranslation()
  const { to, spread } = draft
  if (receivers.length === 0) {
    return <EmptyState title={t('reassignments.receiversNone')} hint={t('reassignments.receiversNoneHint')} />
  }
  const byHand = inputOf(draft).assignments.length
  const toggle = (staffId: string, on: boolean) =>
    onChange({ ...draft, to: on ? [...to, staffId] : to.filter((each) => each !== staffId) })
  return (
    <div className={classes.choice}>
      <fieldset className={classes.group}>
        <legend className={classes.head}>{t('reassignments.receivers')}</legend>
        <p className={classes.quiet}>{t('reassignments.receiversHint')}</p>
        {receivers.map(({ staffId, name, customers, byGrade }, i) => (
          <label key={staffId} className={classes.receiver} data-chosen={to.includes(staffId) || undefined}>
            <Checkbox
              size="xs"
              autoFocus={i === 0}
              checked={to.includes(staffId)}
              onChange={(event) => toggle(staffId, event.currentTarget.checked)}
            />
            <span className={classes.name}>{name}</span>
            <span className={classes.number}>{customers}</span>
            <GradeCounts counts={byGrade} />
          </label>
        ))}
      </fieldset>
      <Radio.Group
        label={t('reassignments.how')}
        value={spread}
        onChange={(value) => onChange({ ...draft, spread: value === 'one' ? 'one' : 'evenByGrade' })}
      >
        <Stack gap={6} mt={6}>
          {ways.map((way) => (
            <Radio
              key={way}
              size="xs"
              value={way}
              label={t(`reassignments.${way}`)}
              description={t(`reassignments.${way}Hint`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {byHand > 0 && (
        <p className={classes.byHand}>
          {t('reassignments.byHand', { count: byHand })}
          <Button size="compact-xs" variant="subtle" onClick={() => onChange({ ...draft, byHand: {} })}>
            {t('reassignments.clearByHand')}
          </Button>
        </p>
      )}
    </div>
  )
}
