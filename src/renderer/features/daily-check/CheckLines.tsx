import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { usePages } from '../../api/use-pages.ts'
import { useCan } from '../../api/use-session.ts'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import type { FigureCell } from './figures.ts'
import { LinesPane } from './LinesPane.tsx'

interface CheckLinesProps {
  readonly on: BusinessDate
  readonly cell: FigureCell
  readonly who: string | undefined
  readonly onClose: () => void
  readonly onBack: () => void
}

/** Reads the lines behind a figure, page by page. */
export function CheckLines({ on, cell: { staffId, figure }, who, onClose, onBack }: CheckLinesProps) {
  const { t } = useTranslation()
  const mayInstruct = useCan('instruction.give')
  const lines = usePages('dailyCheck.lines', { on, figure, staffId })
  const instead = lines.failure ? (
    <ErrorState error={lines.failure} onRetry={lines.readAgain} />
  ) : lines.pending ? (
    <LoadingRows rowHeight={50} rows={5} />
  ) : undefined
  return (
    <LinesPane
      key={`${on} ${staffId} ${figure}`}
      figure={figure}
      who={who ?? t('common.store')}
      severalPeople={staffId === null}
      lines={lines.rows}
      total={lines.total}
      onEnd={lines.readMore}
      onClose={onClose}
      onBack={onBack}
      mayInstruct={mayInstruct}
      instead={instead}
    />
  )
}
