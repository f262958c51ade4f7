import { Button, TextInput } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { normalisePhone } from '#shared/domain/phone.ts'
import { useQuery } from '../../api/use-query.ts'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { useWords } from '../../ui/words/use-words.ts'
import { readVerdictSearch } from './ownership-search.ts'
import classes from './Ownership.module.css'
import { OwnershipTabs } from './OwnershipTabs.tsx'
import { VerdictSheet } from './VerdictSheet.tsx'

/** 归属判定: a phone, and the page that says whose customer it is. */
export function VerdictPage() {
  const { t } = useTranslation()
  const words = useWords()
  const navigate = useNavigate()
  const { phone: asked = '' } = readVerdictSearch({ ...useSearch({ from: '/frame/ownership/verdict' }) })
  const [typed, setTyped] = useState(asked)
  const [tried, setTried] = useState(false)
  const read = normalisePhone(typed)
  const query = useQuery('ownership.verdict', { phone: asked }, { enabled: asked !== '' })
  const isFound = asked !== '' && query.data?.found === true
  const ask = () => {
    setTried(true)
    if (read.ok) void navigate({ to: '/ownership/verdict', search: { phone: read.phone }, replace: true })
  }
  const print = () => void navigate({ to: '/print/verdict/$phone', params: { phone: asked } })
  useShortcuts(t('ownership.tabs.verdict'), [
    { keys: 'mod+P', label: t('paper.print'), run: print, inFields: true, when: isFound },
  ])
  const body = () => {
    if (asked === '') return <EmptyState title={t('ownership.verdict.hint')} />
    if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    if (!query.data) return <LoadingRows rows={12} />
    if (!query.data.found)
      return <EmptyState title={t('ownership.verdict.notFound')} hint={t('ownership.verdict.notFoundHint')} />
    return (
      <div className={classes.paper} tabIndex={0} role="region" aria-label={t('ownership.verdict.preview')}>
        <VerdictSheet verdict={query.data} />
      </div>
    )
  }
  return (
    <>
      <PageTitle title={t('ownership.title')} actions={<OwnershipTabs current="verdict" />} />
      <form
        className={classes.ask}
        onSubmit={(event) => {
          event.preventDefault()
          ask()
        }}
      >
        <TextInput
          id="verdict-phone"
          label={t('ownership.verdict.phone')}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setTried(false)
          }}
          error={tried && !read.ok ? words.reason(read.reason) : undefined}
          inputMode="tel"
          autoFocus={asked === ''}
        />
        <Button
          type="submit"
          variant={isFound ? 'default' : 'filled'}
          rightSection={<KeyHint keys="Enter" />}
        >
          {t('ownership.verdict.ask')}
        </Button>
        {isFound && (
          <Button
            onClick={print}
            leftSection={<IconPrinter size={15} aria-hidden />}
            rightSection={<KeyHint keys="mod+P" />}
          >
            {t('ownership.verdict.preview')}
          </Button>
        )}
      </form>
      {body()}
    </>
  )
}
