import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDates } from '../words/use-dates.ts'
import type { Card } from './card.ts'
import { timeLineOf } from './time-line.ts'
import classes from './TimeLine.module.css'
import { TimeLineEntry } from './TimeLineEntry.tsx'

interface TimeLineProps {
  readonly card: Card
  /** Only what belongs to this opportunity, and to the customer as a whole. */
  readonly opportunityId?: string
  /** Leaves out what is planned, where that is shown already. */
  readonly pastOnly?: boolean
  /** Lines drawn to begin with; the others follow on demand. */
  readonly first?: number
}

/** 时间线: plans ahead hollow, follow-ups filled, changes and owners between them; newest first. */
export function TimeLine({ card, opportunityId, pastOnly = false, first = 40 }: TimeLineProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const [shown, setShown] = useState(first)
  const entries = timeLineOf(card).filter(
    (entry) =>
      !(pastOnly && entry.kind === 'plan') &&
      (!opportunityId || entry.opportunityId === null || entry.opportunityId === opportunityId),
  )
  const models = new Map(card.opportunities.map((each) => [each.opportunityId, each.model]))
  const isOne = card.opportunities.length < 2 || opportunityId !== undefined
  return (
    <>
      <ol className={classes.list} aria-label={t('customers.timeLine')}>
        {entries.slice(0, shown).map((entry) => (
          <li key={entry.key} className={classes.entry} data-kind={entry.kind}>
            <time className={classes.date} dateTime={entry.on} title={dates.full(entry.on)}>
              {dates.short(entry.on)}
            </time>
            <TimeLineEntry
              entry={entry}
              mayAttach={card.abilities.attachRecording && !pastOnly}
              model={isOne || !entry.opportunityId ? null : (models.get(entry.opportunityId) ?? null)}
            />
          </li>
        ))}
      </ol>
      {entries.length > shown && (
        <Button variant="subtle" size="compact-xs" mx="md" mb="sm" onClick={() => setShown(entries.length)}>
          {t('customers.showAll', { count: entries.length - shown })}
        </Button>
      )}
    </>
  )
}
