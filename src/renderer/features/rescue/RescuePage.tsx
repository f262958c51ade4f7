import { Button, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../api/calls.ts'
import { desktop } from '../../api/desktop.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { EntrancePanel } from '../../ui/page/EntrancePanel.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { useWindowTitle } from '../../ui/page/use-window-title.ts'
import classes from './Rescue.module.css'
import { RescueBackups } from './RescueBackups.tsx'

type Failure = NonNullable<CallOutput<'setup.state'>['failure']>

/** What another copy of the store can heal; the others are set right outside, and the store opens again. */
const healedByBackup: readonly Failure['kind'][] = ['damaged', 'not_found', 'other']

/** Where a backup is what helps; elsewhere it is tried again first, once what is in the way is gone. */
const restoresFirst = (kind: Failure['kind']): boolean => kind === 'damaged'

/** The store of this machine does not open: what happened, what is safe, what to do, and its backups where they help (P5). */
export function RescuePage({ failure }: { readonly failure: CallOutput<'setup.state'>['failure'] }) {
  const { t } = useTranslation()
  const kind = failure?.kind ?? 'other'
  const title = t(`rescue.title.${kind}`)
  useWindowTitle(`${title} · ${t('common.product')}`)
  return (
    <EntrancePanel wide>
      <Title order={1} mb="sm">
        {title}
      </Title>
      <div role="alert">
        <Facts
          facts={[
            [t('ui.failure.safe'), t(`rescue.safe.${kind}`)],
            [t('ui.failure.toDo'), t(`rescue.toDo.${kind}`)],
          ]}
        />
      </div>
      {failure && <Where failure={failure} />}
      {failure && healedByBackup.includes(kind) && <RescueBackups recommended={restoresFirst(kind)} />}
    </EntrancePanel>
  )
}

/** Which file it is, who has it, what was said, and the two ways on that change nothing. */
function Where({ failure }: { readonly failure: Failure }) {
  const { t } = useTranslation()
  const dates = useDates()
  const state = useQuery('setup.state')
  const retry = useCommand('setup.retry')
  const [tried, setTried] = useState(0)
  const { holder, path, message, kind } = failure
  const again = async () => {
    await retry.run()
    await state.refetch()
    setTried((count) => count + 1)
  }
  const openFolder = () => void desktop.call('openPath', { path })
  useShortcuts(t('frame.storeFailed'), [
    { keys: 'F5', label: t('rescue.retry'), run: () => void again(), inFields: true },
  ])
  return (
    <section className={classes.where} aria-label={t('rescue.file')}>
      <Facts
        facts={[
          [t('rescue.file'), path],
          ...(holder
            ? [
                [
                  t('rescue.holder'),
                  t('storeFailures.holder', {
                    program: t(`storeFailures.program.${holder.program}`),
                    pid: holder.pid,
                    host: holder.host,
                    since: dates.moment(holder.since),
                  }),
                ] as const,
              ]
            : []),
          // The others have said in their heading what there is to say.
          ...(kind === 'other' || kind === 'not_migrated' ? [[t('rescue.says'), message] as const] : []),
        ]}
      />
      <div className={classes.acts}>
        <Button
          size="sm"
          variant={restoresFirst(kind) ? 'default' : 'filled'}
          loading={retry.pending || state.isFetching}
          onClick={() => void again()}
          rightSection={<KeyHint keys="F5" />}
          // Where a backup helps, whoever restores begins with his name.
          autoFocus={!healedByBackup.includes(kind)}
        >
          {t('rescue.retry')}
        </Button>
        <Button size="sm" variant="default" onClick={openFolder}>
          {t('rescue.openFolder')}
        </Button>
        {tried > 0 && !state.isFetching && (
          <Text role="status" c="dimmed">
            {t('rescue.stillFails')}
          </Text>
        )}
      </div>
    </section>
  )
}
