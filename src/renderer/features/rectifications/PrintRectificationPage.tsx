import { useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/use-query.ts'
import { PaperBar } from '../../ui/paper/PaperBar.tsx'
import { PaperPage } from '../../ui/paper/PaperPage.tsx'
import { usePaperOutput } from '../../ui/paper/use-paper-output.tsx'
import { ReportSheet } from './ReportSheet.tsx'
import type { Report } from './report.ts'

/** The rectification report as it lies on paper: A4 upright. */
export function PrintRectificationPage() {
  const { t } = useTranslation()
  const { rectificationId } = useParams({ from: '/print/rectification/$rectificationId' })
  const navigate = useNavigate()
  const query = useQuery('rectifications.get', { rectificationId })
  const back = () => void navigate({ to: '/rectifications', replace: true })
  return (
    <PaperPage title={t('rectifications.paper.title')} query={query} onBack={back}>
      {(report) => <Preview report={report} onBack={back} />}
    </PaperPage>
  )
}

function Preview({ report, onBack }: { readonly report: Report; readonly onBack: () => void }) {
  const { t } = useTranslation()
  const { staffName: name, on, violations } = report
  const output = usePaperOutput({
    what: 'rectification',
    detail: `${name} ${on}`,
    rows: () => violations.length,
    fileName: t('rectifications.fileName', { name, on }),
    landscape: false,
  })
  return (
    <>
      <PaperBar about={t('rectifications.paper.title')} onBack={onBack} output={output} />
      <ReportSheet report={report} />
    </>
  )
}
