import { IconAlertTriangle, IconDatabase } from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../api/calls.ts'
import { useRestored } from '../../api/restored.ts'
import { useQuery } from '../../api/use-query.ts'
import { useCan, useSession } from '../../api/use-session.ts'
import { useBackupWords } from '../../ui/backups/use-backup-words.ts'
import { useDates } from '../../ui/words/use-dates.ts'
import classes from './BackupNotice.module.css'

const minuteMs = 60_000
const asksEveryMs = 5 * minuteMs
/** So long after the moment at which one was due, its absence is told. */
const patienceMs = 30 * minuteMs
/** So long a restore is told, while the book may still surprise those who did not see it. */
const restoreToldMs = 24 * 60 * minuteMs

/** One line under the head of every screen, for those who look after the store, as long as something is wrong with its backups (P4). */
export function BackupNotice() {
  const mayRead = useCan('backup.read')
  const isOnPage = useLocation({ select: ({ pathname }) => pathname === '/backups' })
  // The page itself says all of it.
  return mayRead && !isOnPage ? <Notice /> : null
}

function Notice() {
  const { t } = useTranslation()
  const words = useBackupWords()
  const dates = useDates()
  const { store } = useSession()
  const { data } = useQuery('backups.list', undefined, { everyMs: asksEveryMs })
  const isBeingTold = useRestored() !== null
  if (!data) return null
  const { lastFailure, lastAt, second, lastRestore } = data
  const problem = () => {
    if (lastFailure) return t('backups.notice.failed')
    if (isOverdue(data, store.now)) {
      return lastAt === null
        ? t('backups.notice.none')
        : t('backups.notice.overdue', { age: words.age(lastAt, store.now) })
    }
    return second?.warning ? t(`backups.secondWarning.${second.warning}`) : null
  }
  const isRecent = lastRestore !== null && !isBeingTold && store.now - lastRestore.at < restoreToldMs
  const told = problem()
  if (told === null && !isRecent) return null
  return (
    <div className={`${classes.root} no-print`} role="status" aria-label={t('backups.notice.label')}>
      {told !== null && (
        <span className={classes.warn}>
          <IconAlertTriangle size={14} aria-hidden /> {told}
        </span>
      )}
      {isRecent && (
        <span>
          <IconDatabase size={14} aria-hidden />{' '}
          {t('backups.notice.restored', { at: dates.moment(lastRestore.at) })}
        </span>
      )}
      <Link to="/backups">{t('backups.notice.open')}</Link>
    </div>
  )
}

/** Where backups are made by themselves, one was due a while ago. */
const isOverdue = ({ nextAt }: CallOutput<'backups.list'>, now: number): boolean =>
  nextAt !== null && now - nextAt > patienceMs
