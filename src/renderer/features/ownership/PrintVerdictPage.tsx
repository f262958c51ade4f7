import { Button, Text } from '@mantine/core'
import { IconArrowLeft, IconFileTypePdf, IconPrinter } from '@tabler/icons-react'
import { useNavigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/use-query.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { useWindowTitle } from '../../ui/use-window-title.ts'
import classes from './PrintVerdictPage.module.css'
import { useVerdictOutput } from './use-verdict-output.tsx'
import { VerdictSheet, type Verdict } from './VerdictSheet.tsx'

/** The verdict as it lies on paper: one A4, black on white whatever the screen looks like. */
export function PrintVerdictPage() {
  const { t } = useTranslation()
  const { phone } = useParams({ from: '/print/verdict/$phone' })
  const query = useQuery('ownership.verdict', { phone })
  useWindowTitle(t('ownership.verdict.document'))
  return (
    <main className={classes.root}>
      {query.isError && (
        <>
          <Bar phone={phone} />
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        </>
      )}
      {query.isPending && <LoadingRows />}
      {query.data?.found === false && (
        <>
          <Bar phone={phone} />
          <EmptyState
            page
            title={t('ownership.verdict.notFound')}
            hint={t('ownership.verdict.notFoundHint')}
          />
        </>
      )}
      {query.data?.found && <Preview verdict={query.data} />}
    </main>
  )
}

function Preview({ verdict }: { readonly verdict: Verdict }) {
  const { t } = useTranslation()
  const { put, busy } = useVerdictOutput(verdict)
  useShortcuts(t('ownership.verdict.preview'), [
    { keys: 'mod+P', label: t('ownership.verdict.print'), run: () => void put('print'), inFields: true },
    { keys: 'mod+S', label: t('ownership.verdict.pdf'), run: () => void put('pdf'), inFields: true },
  ])
  const icon = { size: 15, 'aria-hidden': true }
  return (
    <>
      <Bar phone={verdict.phone}>
        <Button
          variant="default"
          onClick={() => void put('pdf')}
          loading={busy === 'pdf'}
          leftSection={<IconFileTypePdf {...icon} />}
          rightSection={<KeyHint keys="mod+S" />}
        >
          {t('ownership.verdict.pdf')}
        </Button>
        <Button
          onClick={() => void put('print')}
          loading={busy === 'print'}
          leftSection={<IconPrinter {...icon} />}
          rightSection={<KeyHint keys="mod+P" />}
        >
          {t('ownership.verdict.print')}
        </Button>
      </Bar>
      <VerdictSheet verdict={verdict} />
    </>
  )
}

function Bar({ phone, children }: { readonly phone: string; readonly children?: ReactNode }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const back = () => void navigate({ to: '/ownership/verdict', search: { phone }, replace: true })
  useShortcuts(t('ownership.verdict.document'), [{ keys: 'Escape', label: t('common.back'), run: back }])
  return (
    <div className={`${classes.bar} no-print`}>
      <Button
        variant="subtle"
        onClick={back}
        leftSection={<IconArrowLeft size={15} aria-hidden />}
        rightSection={<KeyHint keys="Escape" />}
      >
        {t('common.back')}
      </Button>
      <Text c="dimmed">{t('ownership.verdict.preview')}</Text>
      <span className={classes.gap} />
      {children}
    </div>
  )
}
