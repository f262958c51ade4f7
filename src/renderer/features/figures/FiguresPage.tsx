import { useSessionStorage } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reachOf } from '#shared/access/permissions.ts'
import { parseBusinessDate } from '#shared/time/business-date.ts'
import { useQuery } from '../../api/use-query.ts'
import { useSession, useToday } from '../../api/use-session.ts'
import { ChoiceGroup } from '../../ui/choice/ChoiceGroup.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { SplitView } from '../../ui/lists/SplitView.tsx'
import { FigureLines } from './FigureLines.tsx'
import classes from './Figures.module.css'
import { everybody, nobody, RateTable, type RateCell } from './RateTable.tsx'
import { nameOfSpan, spanOf, spans, type Span } from './span.ts'

/** 展厅指标 (section 14): the rates of the showroom over some dates, each with its definition and the records it counts. */
export function FiguresPage() {
  const { t } = useTranslation()
  const { staff } = useSession()
  const today = useToday()
  const reach = reachOf(staff.role, 'figure.read')
  const [kept, keep] = useSessionStorage<{ readonly from: string; readonly until: string }>({
    key: `showroom.figures.${staff.staffId}`,
    defaultValue: spanOf('thisMonth', today),
    getInitialValueInEffect: false,
  })
  const fallback = spanOf('thisMonth', today)
  const span: Span = {
    from: parseBusinessDate(kept.from) ?? fallback.from,
    until: parseBusinessDate(kept.until) ?? fallback.until,
  }
  const { data: sheet, error, refetch } = useQuery('figures.showroom', span, { keepLast: true })
  const [moved, move] = useState<RateCell | null>(null)
  const totalName = reach === 'own' ? null : t(reach === 'store' ? 'common.store' : 'figures.team')
  const rows = sheet?.rows ?? []
  const first: RateCell = {
    who: totalName === null ? (rows[0]?.staffId ?? everybody) : everybody,
    figure: 'firstVisits',
  }
  // In another span there may be nobody of that name, or nothing that nobody received.
  const isThere = moved?.who === everybody || rows.some(({ staffId }) => (staffId ?? nobody) === moved?.who)
  const cell = moved && (isThere || !sheet) ? moved : first
  const person = rows.find(({ staffId }) => staffId === cell.who)?.name
  const name = cell.who === nobody ? t('figures.nobody') : (person ?? totalName ?? staff.name)
  const body = () => {
    if (error && !sheet) return <ErrorState error={error} onRetry={() => void refetch()} />
    if (!sheet) return <LoadingRows rows={8} />
    if (sheet.rows.length === 0)
      return <EmptyState title={t('figures.empty')} hint={t('figures.emptyHint')} />
    return (
      <SplitView
        name="figures"
        listShare={58}
        detailsLabel={t('figures.lines')}
        list={<RateTable sheet={sheet} totalName={totalName} cell={cell} onMove={move} />}
        details={<FigureLines key={`${cell.who} ${cell.figure}`} cell={cell} span={span} name={name} />}
      />
    )
  }
  return (
    <>
      <PageTitle title={t('figures.title')}>
        <ChoiceGroup
          label={t('figures.span')}
          labelHidden
          choices={spans.map((value) => ({ value, label: t(`figures.spans.${value}`) }))}
          value={nameOfSpan(span, today)}
          onChange={(name) => keep(spanOf(name, today))}
        />
        <DateField
          aria-label={t('figures.from')}
          value={span.from}
          onChange={(from) => from && from <= span.until && keep({ ...span, from })}
          max={span.until}
          lean="past"
          error={undefined}
          w={150}
        />
        <DateField
          aria-label={t('figures.until')}
          value={span.until}
          onChange={(until) => until && until >= span.from && keep({ ...span, until })}
          min={span.from}
          max={today}
          lean="past"
          error={undefined}
          w={150}
        />
      </PageTitle>
      <div className={classes.body}>{body()}</div>
    </>
  )
}
