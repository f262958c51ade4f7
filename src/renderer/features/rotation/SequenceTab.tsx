import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { useQuery } from '../../api/use-query.ts'
import { DataTable, type Column } from '../../ui/lists/DataTable.tsx'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { DetailsPane } from '../../ui/lists/DetailsPane.tsx'
import { SplitView } from '../../ui/lists/SplitView.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { useWords } from '../../ui/words/use-words.ts'
import { Reasons } from '../../ui/Why.tsx'
import type { Board, Event } from './place.ts'
import classes from './Rotation.module.css'

interface SequenceTabProps {
  readonly desk: Board['desk']
  readonly on: BusinessDate
}

/** R-11.3 What happened in the rotation on a date, step by step, with the order after each. */
export function SequenceTab({ desk, on }: SequenceTabProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const words = useWords()
  const { data, error, refetch } = useQuery('rotation.history', { desk, on })
  const [chosenId, choose] = useState<string | null>(null)
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingRows rows={10} />
  // The newest first: that is what is asked about.
  const events = [...data.rows].reverse()
  if (events.length === 0)
    return <EmptyState title={t('rotation.nothingHappened')} hint={t('rotation.nothingHappenedHint')} />
  const selected = events.find(({ eventId }) => eventId === chosenId) ?? events[0]
  const noteOf = ({ note, reasons }: Event) => note ?? reasons.map(words.reason).join(t('ui.and'))
  const columns: readonly Column<Event>[] = [
    { key: 'at', header: t('rotation.at'), width: '64px', render: ({ at }) => dates.time(at) },
    { key: 'who', header: t('rotation.who'), width: '96px', render: ({ name }) => <strong>{name}</strong> },
    {
      key: 'what',
      header: t('rotation.what'),
      width: 'minmax(120px, 180px)',
      render: ({ kind }) => t(`codes.rotationEventKind.${kind}`),
    },
    {
      key: 'by',
      header: t('rotation.by'),
      width: '110px',
      render: ({ byName }) => byName ?? t('rotation.bySelf'),
    },
    { key: 'note', header: t('rotation.note'), width: 'minmax(160px, 1fr)', render: noteOf },
  ]
  return (
    <SplitView
      name="rotation-sequence"
      listShare={72}
      detailsLabel={t('rotation.event')}
      list={
        <DataTable
          label={t('rotation.sequence')}
          columns={columns}
          items={events}
          keyOf={({ eventId }) => eventId}
          selectedKey={selected?.eventId ?? null}
          onSelect={({ eventId }) => choose(eventId)}
        />
      }
      details={selected ? <Step event={selected} /> : <EmptyState title={t('rotation.chooseEvent')} />}
    />
  )
}

/** One step: what, by whom, why, and the order after it. */
function Step({ event }: { readonly event: Event }) {
  const { t } = useTranslation()
  const dates = useDates()
  const { at, kind, name, byName, byRole, reasons, note, order, staffId } = event
  return (
    <DetailsPane
      head={
        <h2>
          {dates.time(at)} · {name}
        </h2>
      }
    >
      <section>
        <p>{t(`codes.rotationEventKind.${kind}`)}</p>
        <p className={classes.quiet}>
          {byName && byRole ? `${byName} · ${t(`codes.role.${byRole}`)}` : t('rotation.bySelf')}
        </p>
        {note && <p className={classes.said}>{note}</p>}
        {reasons.length > 0 && <Reasons reasons={reasons} />}
      </section>
      <section>
        <h3>{t('rotation.orderAfter')}</h3>
        <ol className={classes.order}>
          {order.map((each) => (
            <li key={each.staffId} data-him={each.staffId === staffId || undefined}>
              {each.name}
            </li>
          ))}
        </ol>
      </section>
    </DetailsPane>
  )
}
