import { Button, Text } from '@mantine/core'
import { IconArrowLeft, IconFileTypePdf, IconPrinter } from '@tabler/icons-react'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/use-query.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { useWindowTitle } from '../../ui/use-window-title.ts'
import classes from './PrintRectification.module.css'
import { ReportSheet } from './ReportSheet.tsx'
import type { Report } from './report.ts'
import { useReportOutput } from './use-report-output.tsx'

/** The rectification report as it lies on paper: A4 upright, black on white whatever the screen looks like. */
export function PrintRectificationPage() {
  const { t } = useTranslation()
  const { rectificationId } = useParams({ from: '/print/rectification/$rectificationId' })
  const navigate = useNavigate()
  const query = useQuery('rectifications.get', { rectificationId })
  useWindowTitle(t('rectifications.preview'))
  const back = () =>
    void navigate({ to: '/rectifications', search: { tab: 'reports', id: rectificationId }, replace: true })
  return (
    <main className={classes.root}>
      {query.isError && (
        <>
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
          <div className={classes.back}>
            <Button onClick={back}>{t('common.back')}</Button>
          </div>
        </>
      )}
      {query.isPending && <LoadingRows />}
      {query.data && <Preview report={query.data} onBack={back} />}
    </main>
  )
}

function Preview({ report, onBack }: { readonly report: Report; readonly onBack: () => void }) {
  const { t } = useTranslation()
  const { put, busy } = useReportOutput(report)
  useShortcuts(t('rectifications.preview'), [
    { keys: 'mod+P', label: t('rectifications.print'), run: () => void put('print'), inFields: true },
    { keys: 'mod+S', label: t('rectifications.pdf'), run: () => void put('pdf'), inFields: true },
    { keys: 'Escape', label: t('common.back'), run: onBack },
  ])
  const icon = { size: 15, 'aria-hidden': true }
  return (
    <>
      <div className={`${classes.bar} no-print`}>
        <Button
          variant="subtle"
          onClick={onBack}
          leftSection={<IconArrowLeft {...icon} />}
          rightSection={<KeyHint keys="Escape" />}
        >
          {t('common.back')}
        </Button>
        <Text c="dimmed">{t('rectifications.preview')}</Text>
        <span className={classes.gap} />
        <Button
          variant="default"
          onClick={() => void put('pdf')}
          loading={busy === 'pdf'}
          leftSection={<IconFileTypePdf {...icon} />}
          rightSection={<KeyHint keys="mod+S" />}
        >
          {t('rectifications.pdf')}
        </Button>
        <Button
          onClick={() => void put('print')}
          loading={busy === 'print'}
          leftSection={<IconPrinter {...icon} />}
          rightSection={<KeyHint keys="mod+P" />}
        >
          {t('rectifications.print')}
        </Button>
      </div>
      <ReportSheet report={report} />
    </>
  )
}
