import { Button, Text } from '@mantine/core'
import {
  IconArrowLeft,
  IconFileSpreadsheet,
  IconFileTypePdf,
  IconPhoto,
  IconPrinter,
} from '@tabler/icons-react'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/use-query.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { useWindowTitle } from '../../ui/use-window-title.ts'
import type { SignedCheck } from './figures.ts'
import { PictureSheet } from './PictureSheet.tsx'
import classes from './PrintCheckPage.module.css'
import type { SheetForm } from './sheet-form.ts'
import { SignedSheet } from './SignedSheet.tsx'
import { useSheetOutput } from './use-sheet-output.tsx'
import { useWorkbook } from './use-workbook.tsx'

/** The signed check as it lies on paper: A4 landscape, black on white whatever the screen looks like. */
export function PrintCheckPage() {
  const { t } = useTranslation()
  const { on } = useParams({ from: '/print/daily-check/$on' })
  const { signedBy, form } = useSearch({ from: '/print/daily-check/$on' })
  const navigate = useNavigate()
  const query = useQuery('dailyCheck.signed', { on, signedBy: signedBy ?? null })
  useWindowTitle(`${t('dailyCheck.preview')} ${on}`)
  return (
    <main className={classes.root}>
      {query.isError && (
        <>
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
          <div className={classes.back}>
            <Button onClick={() => void navigate({ to: '/daily-check', replace: true })}>
              {t('dailyCheck.backToCheck')}
            </Button>
          </div>
        </>
      )}
      {query.isPending && <LoadingRows />}
      {query.data && <Preview sheet={query.data} on={on} signedBy={signedBy} form={form} />}
    </main>
  )
}

interface PreviewProps {
  readonly sheet: SignedCheck
  readonly on: string
  readonly signedBy: string | undefined
  /** Asked for on the page before: carried out at once. */
  readonly form: SheetForm | undefined
}

function Preview({ sheet, on, signedBy, form }: PreviewProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { put, busy, picturing } = useSheetOutput(sheet)
  const workbook = useWorkbook()
  const saveBook = () => void workbook.save({ on, sheet: 'signed', signedBy, name: sheet.signedBy.name })
  const asked = useRef(form)
  useEffect(() => {
    const first = asked.current
    asked.current = undefined
    if (first) void put(first)
    // oxlint-disable-next-line react/exhaustive-deps -- carried out once, when the sheet is drawn
  }, [])
  const back = () =>
    void navigate({
      to: '/daily-check/signed/$on',
      params: { on },
      search: signedBy ? { signedBy } : {},
      replace: true,
    })
  useShortcuts(t('dailyCheck.preview'), [
    { keys: 'mod+P', label: t('dailyCheck.print'), run: () => void put('print'), inFields: true },
    { keys: 'mod+S', label: t('dailyCheck.pdf'), run: () => void put('pdf'), inFields: true },
    { keys: 'mod+I', label: t('dailyCheck.picture'), run: () => void put('picture'), inFields: true },
    { keys: 'mod+E', label: t('dailyCheck.excel'), run: saveBook, inFields: true },
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
        <Text c="dimmed">
          {t('dailyCheck.preview')} · {t('dailyCheck.lineCount', { count: sheet.lines.length })}
        </Text>
        <span className={classes.gap} />
        <Button
          variant="default"
          onClick={() => void put('picture')}
          leftSection={<IconPhoto {...icon} />}
          rightSection={<KeyHint keys="mod+I" />}
        >
          {t('dailyCheck.picture')}
        </Button>
        <Button
          variant="default"
          onClick={saveBook}
          loading={workbook.pending}
          leftSection={<IconFileSpreadsheet {...icon} />}
          rightSection={<KeyHint keys="mod+E" />}
        >
          {t('dailyCheck.excel')}
        </Button>
        <Button
          variant="default"
          onClick={() => void put('pdf')}
          loading={busy === 'pdf'}
          leftSection={<IconFileTypePdf {...icon} />}
          rightSection={<KeyHint keys="mod+S" />}
        >
          {t('dailyCheck.pdf')}
        </Button>
        <Button
          onClick={() => void put('print')}
          loading={busy === 'print'}
          leftSection={<IconPrinter {...icon} />}
          rightSection={<KeyHint keys="mod+P" />}
        >
          {t('dailyCheck.print')}
        </Button>
      </div>
      <SignedSheet sheet={sheet} />
      {picturing && <PictureSheet sheet={sheet} />}
    </>
  )
}
