import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../api/calls.ts'
import { desktop } from '../../api/desktop.ts'
import { useCan, useSession } from '../../api/use-session.ts'
import { sayBytes } from '../../ui/backups/backup.ts'
import { useBackupWords } from '../../ui/backups/use-backup-words.ts'
import { Facts } from '../../ui/Facts.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import classes from './Backups.module.css'
import { SecondFolder } from './SecondFolder.tsx'
import { UndoDialog } from './UndoDialog.tsx'

/** How the store is kept: the last and the next backup, the room, the folders, the last restore. */
export function KeepingState({ data }: { readonly data: CallOutput<'backups.list'> }) {
  const { t } = useTranslation()
  const dates = useDates()
  const words = useBackupWords()
  const { store } = useSession()
  const mayRestore = useCan('backup.restore')
  const [undoing, setUndoing] = useState(false)
  const { lastAt, nextAt, changed, freeBytes, folder, lastFailure, lastRestore } = data
  const next = () => {
    if (nextAt !== null) return words.until(nextAt, store.now)
    return t(changed && store.kind === 'training' ? 'backups.nextNobody' : 'backups.nextNone')
  }
  return (
    <section className={classes.state} aria-label={t('backups.state')}>
      <Facts
        inLine
        facts={[
          [
            t('backups.last'),
            lastAt === null
              ? t('backups.lastNone')
              : `${dates.moment(lastAt)} · ${words.age(lastAt, store.now)}`,
          ],
          [t('backups.next'), next()],
          [t('backups.free'), freeBytes === null ? t('backups.freeUnknown') : sayBytes(freeBytes)],
          [
            t('backups.folder'),
            <span key="folder" className={classes.folder}>
              <span className={classes.path}>{folder}</span>
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => void desktop.call('openPath', { path: folder })}
              >
                {t('backups.showFolder')}
              </Button>
            </span>,
          ],
        ]}
      />
      <SecondFolder second={data.second} />
      {lastFailure && (
        <p role="alert" className={classes.bad}>
          <IconAlertTriangle size={14} aria-hidden />{' '}
          {t('backups.lastFailed', { at: dates.moment(lastFailure.at), message: lastFailure.message })}
        </p>
      )}
      {lastRestore && (
        <p className={classes.restored}>
          {t('backups.lastRestore', {
            at: dates.moment(lastRestore.at),
            reason: lastRestore.reason ?? t('common.none'),
          })}
          {mayRestore && lastRestore.undo !== null && (
            <Button size="compact-xs" variant="default" onClick={() => setUndoing(true)}>
              {t('backups.undo')}
            </Button>
          )}
        </p>
      )}
      {undoing && lastRestore && <UndoDialog at={lastRestore.at} onClose={() => setUndoing(false)} />}
    </section>
  )
}
