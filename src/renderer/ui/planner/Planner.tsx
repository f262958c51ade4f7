import { Autocomplete, Button, Select, Skeleton, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Channel } from '#shared/domain/codes.ts'
import { daysBetween } from '#shared/time/business-date.ts'
import { useToday } from '../../api/use-session.ts'
import { useChannelChoices } from '../choice/closed-channels.ts'
import { DateField } from '../fields/DateField.tsx'
import { useDates } from '../words/use-dates.ts'
import { Why } from '../Why.tsx'
import { dateOf, type PlanDraft } from './plan-draft.ts'
import { PlanDays } from './PlanDays.tsx'
import classes from './Planner.module.css'
import { TimeField } from './TimeField.tsx'
import type { Proposal } from './use-proposal.ts'

interface PlannerProps {
  readonly proposal: Proposal | undefined
  readonly value: PlanDraft
  readonly onChange: (change: Partial<PlanDraft>) => void
  /** Words under a wrong field, by its name: `on`, `time`, `channel`, `purpose`. */
  readonly errors: (field: string) => string | undefined
  /** Tells several planners apart, and where the focus may be sent. */
  readonly id: string
  /** Said in place of the days while nothing can be proposed yet. */
  readonly waiting?: string
  /** S7 Channels that the customer closed: none of them can be chosen. */
  readonly closed?: readonly Channel[]
}

/** The next contact: its day between today and the wall, its time, how, and what for. */
export function Planner({ proposal, value, onChange, errors, id, waiting, closed = [] }: PlannerProps) {
  const { t } = useTranslation()
  const channelChoices = useChannelChoices()
  const dates = useDates()
  const today = useToday()
  const on = dateOf(value, proposal)
  const count = proposal?.load.find((each) => each.on === on)?.count ?? 0
  const isBeyond = on !== null && proposal !== undefined && on > proposal.latest
  const inDays = on ? daysBetween(today, on) : 0
  return (
    <div className={classes.root}>
      {proposal && on && !waiting ? (
        <>
          <div className={classes.words}>
            <strong>{dates.near(on)}</strong>
            {inDays > 1 && (
              <span className={classes.quiet}>{t('execution.planner.inDays', { days: inDays })}</span>
            )}
            {on === proposal.proposed ? (
              <span className={classes.quiet}>{t('execution.planner.proposed')}</span>
            ) : (
              <Button variant="subtle" size="compact-xs" onClick={() => onChange({ on: null })}>
                {t('execution.planner.backToProposed', { on: dates.withWeekday(proposal.proposed) })}
              </Button>
            )}
            <span className={classes.quiet}>{t('execution.planner.load', { count })}</span>
            <span className={classes.gap} />
            <span className={classes.limit}>
              {t('execution.planner.limit', { on: dates.withWeekday(proposal.latest) })}
            </span>
            <Why reasons={proposal.reasons} about={t('execution.planner.date')} />
          </div>
          <PlanDays proposal={proposal} value={on} onChange={(day) => onChange({ on: day })} />
        </>
      ) : waiting ? (
        <Text c="dimmed" className={classes.waiting}>
          {waiting}
        </Text>
      ) : (
        <>
          <Skeleton height={16} width="60%" my={3} />
          <Skeleton height={62} />
        </>
      )}
      <div className={classes.fields}>
        <DateField
          id={`${id}-on`}
          label={t('execution.planner.on')}
          value={on}
          onChange={(day) => onChange({ on: day })}
          min={today}
          {...(proposal ? { max: proposal.latest } : {})}
          error={
            errors('on') ??
            (isBeyond ? t('execution.planner.beyond', { on: dates.withWeekday(proposal.latest) }) : undefined)
          }
        />
        <TimeField
          id={`${id}-time`}
          value={value.time}
          onChange={(time) => onChange({ time })}
          error={errors('time')}
        />
        <Select
          id={`${id}-channel`}
          label={t('ui.field.channel')}
          value={value.channel}
          onChange={(channel) => channel && onChange({ channel })}
          data={channelChoices(closed)}
          allowDeselect={false}
          error={
            errors('channel') ?? (closed.includes(value.channel) ? t('privacy.channelClosed') : undefined)
          }
        />
        <Autocomplete
          id={`${id}-purpose`}
          label={t('ui.field.purpose')}
          value={value.purpose}
          onChange={(purpose) => onChange({ purpose })}
          data={purposes.map((each) => t(`execution.purposes.${each}`))}
          openOnFocus={false}
          error={errors('purpose')}
        />
      </div>
    </div>
  )
}

const purposes = ['invite', 'testDrive', 'quote', 'tradeIn', 'finance', 'order', 'care'] as const
