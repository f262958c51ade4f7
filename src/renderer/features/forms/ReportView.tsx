import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/use-query.ts'
import { Desk } from './Desk.tsx'
import { ReportPaper } from './ReportPaper.tsx'
import type { FormChoice } from './use-form-choice.ts'
import { ViewFrame } from './ViewFrame.tsx'

/** The report of a date. */
export function ReportView({ choice }: { readonly choice: FormChoice }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { on, staffId } = choice
  const query = useQuery('forms.dailyReport', { on, staffId }, { keepLast: true })
  const search = staffId ? { staffId } : {}
  return (
    <ViewFrame
      choice={choice}
      query={query}
      form={{ form: 'daily_report', on, staffId }}
      name={query.data?.staffName ?? t('forms.everybody')}
      onPrint={() => void navigate({ to: '/print/daily-report/$on', params: { on }, search })}
    >
      {(report) => (
        <Desk shape="upright">
          <ReportPaper report={report} />
        </Desk>
      )}
    </ViewFrame>
  )
}
