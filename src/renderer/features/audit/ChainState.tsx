import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asFailure } from '../../api/failure.ts'
import { useQuery } from '../../api/use-query.ts'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { useFailureWords } from '../../ui/words/use-failure-words.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { VerifiedDialog } from './VerifiedDialog.tsx'

/** S6 Verifies the whole store when asked, beside everybody's work, and says what was done to it past the program. */
export function ChainState() {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  const [shown, setShown] = useState(false)
  const say = useFailureWords('reading')
  const verified = useQuery('audit.verify', undefined, { enabled: asked })
  const verify = () => {
    setShown(true)
    if (asked) void verified.refetch()
    else setAsked(true)
  }
  useShortcuts(t('audit.title'), [{ keys: 'v', label: t('audit.verify'), run: verify }])
  const { data, error, isFetching } = verified
  return (
    <>
      <span aria-live="polite">
        {!isFetching && data?.ok && <Tag tone="ok">{t('audit.holds', { count: data.entries })}</Tag>}
        {!isFetching && data?.ok === false && (
          <Tag tone="danger">{t('audit.found', { count: data.findingCount })}</Tag>
        )}
        {!isFetching && error !== null && <Tag tone="danger">{say(asFailure(error)).happened}</Tag>}
      </span>
      <Button variant="default" loading={isFetching} onClick={verify} rightSection={<KeyHint keys="v" />}>
        {t('audit.verify')}
      </Button>
      {shown && !isFetching && data && <VerifiedDialog verified={data} onClose={() => setShown(false)} />}
    </>
  )
}
