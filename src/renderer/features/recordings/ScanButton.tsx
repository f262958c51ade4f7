import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../api/calls.ts'
import { useCommand } from '../../api/use-command.ts'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { toast } from '../../ui/toast.ts'
import { useFailureWords } from '../../ui/words/use-failure-words.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'

/** Looks into the watched folder now, and says what came of it. */
export function ScanButton() {
  const { t } = useTranslation()
  const scan = useCommand('recordings.scan')
  const explain = useFailureWords('act')
  const say = useResult()
  const run = async () => {
    const done = await scan.run()
    if (done.ok) {
      const { reachable, skipped, missing, changed } = done.value
      toast(say(done.value), reachable && skipped + missing + changed === 0 ? 'ok' : 'warn')
    } else toast(explain(done.failure).happened, 'warn')
  }
  useShortcuts(t('recordings.title'), [
    { keys: 's', label: t('recordings.scan'), run: () => void run(), when: !scan.pending },
  ])
  return (
    <Button
      variant="default"
      loading={scan.pending}
      leftSection={<IconRefresh size={16} aria-hidden />}
      rightSection={<KeyHint keys="s" />}
      onClick={() => void run()}
    >
      {t('recordings.scan')}
    </Button>
  )
}

function useResult(): (did: CallOutput<'recordings.scan'>) => string {
  const { t } = useTranslation()
  return ({ reachable, found, matched, unmatched, skipped, missing, changed, more }) =>
    [
      !reachable && t('recordings.unreachable', { folder: '' }),
      found + matched > 0
        ? t('recordings.scanned', { found, matched, unmatched })
        : reachable && t('recordings.scannedNothing'),
      skipped > 0 && t('recordings.scannedSkipped', { skipped }),
      missing + changed > 0 && t('recordings.scannedLost', { missing, changed }),
      more && t('recordings.scannedMore'),
    ]
      .filter(Boolean)
      .join(' · ')
}
