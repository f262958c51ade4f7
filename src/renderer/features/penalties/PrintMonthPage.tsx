import { Button } from '@mantine/core'
import { IconArrowLeft, IconFileSpreadsheet, IconFileTypePdf, IconPrinter } from '@tabler/icons-react'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/use-query.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { useWindowTitle } from '../../ui/use-window-title.ts'
import { MonthPaper } from './MonthPaper.tsx'
import type { MonthSheet } from './penalty.ts'
import classes from './PrintMonthPage.module.css'
import { useMonthBook } from './use-month-book.ts'
import { useMonthOutput } from './use-month-output.ts'

/** The month sheet as it lies on paper: A4 landscape, black on white whatever the screen looks like. */
export function PrintMonthPage() {
  const { t } = useTranslation()
  const { month } = useParams({ from: '/print/penalties/$month' })
  const sheet = useQuery('penalties.monthSheet', { month })
  useWindowTitle(t('penalties.monthSheet', { month }))
  return (
    <main className={classes.root}>
      {sheet.isError && !sheet.data && (
        <ErrorState error={sheet.error} onRetry={() => void sheet.refetch()} />
      )}
      {sheet.isPending && <LoadingRows />}
      {sheet.data && <Preview sheet={sheet.data} />}
    </main>
  )
}

function Preview({ sheet }: { readonly sheet: MonthSheet }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { put, busy } = useMonthOutput(sheet)
  const book = useMonthBook()
  const back = () => void navigate({ to: '/penalties', replace: true })
  useShortcuts(t('penalties.printPage'), [
    { keys: 'mod+P', label: t('penalties.print'), run: () => void put('print'), inFields: true },
    { keys: 'mod+S', label: t('penalties.pdf'), run: () => void put('pdf'), inFields: true },
    { keys: 'mod+E', label: t('penalties.excel'), run: () => void book.save(sheet.month), inFields: true },
    { keys: 'Escape', label: t('common.back'), run: back },
  ])
  const icon = { size: 15, 'aria-hidden': true }
  return (
    <>
      <div className={`${classes.bar} no-print`}>
        <Button
          variant="subtle"
          onClick={back}
          leftSection={<IconArrowLeft {...icon} />}
          rightSection={<KeyHint keys="Escape" />}
        >
          {t('common.back')}
        </Button>
        <span className={classes.gap} />
        <Button
          variant="default"
          onClick={() => void book.save(sheet.month)}
          loading={book.pending}
          leftSection={<IconFileSpreadsheet {...icon} />}
          rightSection={<KeyHint keys="mod+E" />}
        >
          {t('penalties.excel')}
        </Button>
        <Button
          variant="default"
          onClick={() => void put('pdf')}
          loading={busy === 'pdf'}
          leftSection={<IconFileTypePdf {...icon} />}
          rightSection={<KeyHint keys="mod+S" />}
        >
          {t('penalties.pdf')}
        </Button>
        <Button
          onClick={() => void put('print')}
          loading={busy === 'print'}
          leftSection={<IconPrinter {...icon} />}
          rightSection={<KeyHint keys="mod+P" />}
        >
          {t('penalties.print')}
        </Button>
      </div>
      <MonthPaper sheet={sheet} />
    </>
  )
}
