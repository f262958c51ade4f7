import { IconCheck } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePages, type RowOf } from '../../api/use-pages.ts'
import { ChoiceGroup } from '../../ui/choice/ChoiceGroup.tsx'
import { DataTable, type Column } from '../../ui/lists/DataTable.tsx'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import classes from './Figures.module.css'
import { everybody, nobody, type RateCell } from './RateTable.tsx'
import type { Span } from './span.ts'

type Line = RowOf<'figures.showroomLines'>
const shows = ['all', 'counted', 'missed'] as const
type Show = (typeof shows)[number]

/** The records that a figure counts: those above the stroke, and those only below it. Enter opens the customer or the visit. */
export function FigureLines({
  cell,
  span,
  name,
}: {
  readonly cell: RateCell
  readonly span: Span
  readonly name: string
}) {
  const { t } = useTranslation()
  const dates = useDates()
  const navigate = useNavigate()
  const [show, setShow] = useState<Show>('all')
  const [selectedId, setSelectedId] = useState<string | null>(null)
  const { who, figure } = cell
  const { rows, total, pending, failure, readAgain, readMore } = usePages(
    'figures.showroomLines',
    {
      figure,
      ...span,
      ...(who === everybody ? {} : { staffId: who === nobody ? null : who }),
      ...(show === 'all' ? {} : { counted: show === 'counted' }),
    },
    { keepLast: true },
  )
  const open = (line: Line) => {
    if (line.openCard && line.customerId)
      void navigate({ to: '/customers/$customerId', params: { customerId: line.customerId } })
    else if (line.visitId) void navigate({ to: '/showroom', search: { visit: line.visitId } })
  }
  const columns: Column<Line>[] = [
    {
      key: 'counted',
      header: t('figures.counted'),
      width: '64px',
      align: 'center',
      render: ({ counted }) =>
        counted ? (
          <IconCheck size={15} role="img" aria-label={t('figures.counted')} className={classes.ok} />
        ) : (
          ''
        ),
    },
    { key: 'on', header: t('figures.on'), width: '72px', render: ({ on }) => dates.short(on) },
    {
      key: 'name',
      header: t('figures.who'),
      width: 'minmax(64px, 1fr)',
      render: ({ name, kind }) => name ?? (kind ? t(`codes.visitKind.${kind}`) : '—'),
    },
    {
      key: 'model',
      header: t('showroom.column.model'),
      width: 'minmax(48px, 0.8fr)',
      render: ({ model }) => model ?? '',
    },
    {
      key: 'staff',
      header: t('figures.consultant'),
      width: '80px',
      render: ({ staffName }) => staffName ?? t('ui.nobody'),
    },
    {
      key: 'followed',
      header: t('figures.followed'),
      width: '76px',
      render: ({ followedOn }) => (followedOn ? dates.short(followedOn) : ''),
    },
  ]
  const body = () => {
    if (failure) return <ErrorState error={failure} onRetry={readAgain} />
    if (pending) return <LoadingRows rows={8} />
    return (
      <DataTable
        label={t('figures.lines')}
        columns={columns}
        items={rows}
        keyOf={({ lineId }) => lineId}
        selectedKey={selectedId ?? rows[0]?.lineId ?? null}
        onSelect={({ lineId }) => setSelectedId(lineId)}
        onOpen={open}
        onEnd={readMore}
        empty={<EmptyState title={t('figures.noLines')} />}
      />
    )
  }
  return (
    <div className={classes.lines}>
      <div className={classes.linesHead}>
        <h2 className={classes.linesTitle}>
          {t('figures.linesOf', { who: name, figure: t(`figures.name.${figure}`) })} · {total}
        </h2>
        <p className={classes.definition}>{t(`figures.definition.${figure}`)}</p>
        <ChoiceGroup
          label={t('figures.show')}
          labelHidden
          choices={shows.map((value) => ({ value, label: t(`figures.shows.${value}`) }))}
          value={show}
          onChange={setShow}
        />
      </div>
      {body()}
    </div>
  )
}
