import { Button, Text } from '@mantine/core'
import {
  IconArrowLeft,
  IconFileSpreadsheet,
  IconFileTypePdf,
  IconPhoto,
  IconPrinter,
} from '@tabler/icons-react'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseBusinessDate } from '#shared/time/business-date.ts'
import { asFailure } from '../../api/failure.ts'
import { useQuery } from '../../api/use-query.ts'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import type { PaperForm } from '../../ui/paper/use-paper-output.tsx'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { SignedView } from './SignedView.tsx'
import { Stamp } from './Stamp.tsx'
import { useWorkbook } from './use-workbook.ts'

/** What a signature froze, read again: the figures and lines of that moment. */
export function SignedCheckPage() {
  const { t } = useTranslation()
  const { on: asked } = useParams({ from: '/frame/daily-check/signed/$on' })
  const { signedBy } = useSearch({ from: '/frame/daily-check/signed/$on' })
  const dates = useDates()
  const navigate = useNavigate()
  const [opened, setOpened] = useState(false)
  const on = parseBusinessDate(asked)
  const query = useQuery(
    'dailyCheck.signed',
    { on: asked, signedBy: signedBy ?? null },
    { enabled: on !== undefined },
  )
  const name = on ? dates.withWeekday(on) : asked
  const missing = on === undefined || (query.isError && asFailure(query.error).code === 'NOT_FOUND')
  const back = () => void navigate({ to: '/daily-check' })
  const put = (form: PaperForm) => () =>
    void navigate({
      to: '/print/daily-check/$on',
      params: { on: asked },
      search: { form, ...(signedBy ? { signedBy } : {}) },
    })
  const has = query.data !== undefined
  const workbook = useWorkbook()
  const saveBook = () => {
    if (query.data)
      void workbook.save({ on: asked, sheet: 'signed', signedBy, name: query.data.signedBy.name })
  }
  useShortcuts(t('dailyCheck.signedTitle'), [
    { keys: 'mod+P', label: t('paper.print'), run: put('print'), inFields: true, when: has },
    { keys: 'mod+S', label: t('paper.pdf'), run: put('pdf'), inFields: true, when: has },
    { keys: 'mod+I', label: t('paper.picture'), run: put('picture'), inFields: true, when: has },
    { keys: 'mod+E', label: t('paper.excel'), run: saveBook, inFields: true, when: has },
    { keys: 'Escape', label: t('dailyCheck.backToCheck'), run: back, when: !opened },
  ])
  const icon = { size: 15, 'aria-hidden': true }
  return (
    <>
      <PageTitle
        title={`${t('dailyCheck.signedTitle')} ${name}`}
        actions={
          <>
            <Button
              variant="subtle"
              onClick={back}
              leftSection={<IconArrowLeft {...icon} />}
              rightSection={<KeyHint keys="Escape" />}
            >
              {t('common.back')}
            </Button>
            {has && (
              <Button.Group>
                <Button
                  variant="default"
                  onClick={put('print')}
                  leftSection={<IconPrinter {...icon} />}
                  rightSection={<KeyHint keys="mod+P" />}
                >
                  {t('paper.print')}
                </Button>
                <Button
                  variant="default"
                  onClick={put('pdf')}
                  leftSection={<IconFileTypePdf {...icon} />}
                  rightSection={<KeyHint keys="mod+S" />}
                >
                  PDF
                </Button>
                <Button
                  variant="default"
                  onClick={put('picture')}
                  leftSection={<IconPhoto {...icon} />}
                  rightSection={<KeyHint keys="mod+I" />}
                >
                  {t('dailyCheck.pictureShort')}
                </Button>
                <Button
                  variant="default"
                  onClick={saveBook}
                  loading={workbook.pending}
                  leftSection={<IconFileSpreadsheet {...icon} />}
                  rightSection={<KeyHint keys="mod+E" />}
                  aria-label={t('paper.excel')}
                >
                  Excel
                </Button>
              </Button.Group>
            )}
          </>
        }
      >
        {query.data && <Stamp signature={query.data} />}
        {query.data && (
          <Text c="dimmed">{t('dailyCheck.policyVersion', { version: query.data.policyVersion })}</Text>
        )}
      </PageTitle>
      {missing && (
        <EmptyState
          title={t('dailyCheck.notYetSigned', { on: name })}
          hint={t('dailyCheck.notYetSignedHint')}
        >
          <Button onClick={back}>{t('dailyCheck.backToCheck')}</Button>
        </EmptyState>
      )}
      {!missing && query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {!missing && query.isPending && <LoadingRows rows={12} />}
      {query.data && <SignedView sheet={query.data} opened={opened} onOpened={setOpened} />}
    </>
  )
}
