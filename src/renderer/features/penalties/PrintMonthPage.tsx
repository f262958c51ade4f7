import { useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/use-query.ts'
import { PaperBar } from '../../ui/paper/PaperBar.tsx'
import { PaperPage } from '../../ui/paper/PaperPage.tsx'
import { usePaperOutput } from '../../ui/paper/use-paper-output.tsx'
import { MonthPaper } from './MonthPaper.tsx'
import type { MonthSheet } from './penalty.ts'
import { useMonthBook } from './use-month-book.ts'

/** The month sheet as it lies on paper: A4 landscape. */
export function PrintMonthPage() {
  const { t } = useTranslation()
  const { month } = useParams({ from: '/print/penalties/$month' })
  const navigate = useNavigate()
  const query = useQuery('penalties.monthSheet', { month })
  const back = () => void navigate({ to: '/penalties', replace: true })
  return (
    <PaperPage title={t('penalties.monthSheet', { month })} query={query} onBack={back}>
      {(sheet) => <Preview sheet={sheet} onBack={back} />}
    </PaperPage>
  )
}

function Preview({ sheet, onBack }: { readonly sheet: MonthSheet; readonly onBack: () => void }) {
  const { t } = useTranslation()
  const { month, people } = sheet
  const output = usePaperOutput({
    what: 'penalty_month',
    detail: month,
    rows: () => people.reduce((count, { entries }) => count + entries.length, 0),
    fileName: t('penalties.fileName', { month }),
    landscape: true,
  })
  const book = useMonthBook()
  return (
    <>
      <PaperBar
        about={t('penalties.monthSheet', { month })}
        onBack={onBack}
        output={output}
        book={{ save: () => void book.save(month), pending: book.pending }}
      />
      <MonthPaper sheet={sheet} />
    </>
  )
}
