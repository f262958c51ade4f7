import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Backup } from './backup.ts'
import classes from './BackupState.module.css'
import { useBackupWords } from './use-backup-words.ts'

/** Whether a backup can be restored, with an icon and a word; what is wrong with a bad one. */
export function BackupState({ backup }: { readonly backup: Pick<Backup, 'problem'> }) {
  const { t } = useTranslation()
  const problem = useBackupWords().problem(backup)
  const Icon = problem === null ? IconCircleCheck : IconAlertTriangle
  return (
    <span className={classes.root} data-bad={problem !== null || undefined} title={problem ?? undefined}>
      <Icon size={14} aria-hidden />
      {` ${problem ?? t('backups.good')}`}
    </span>
  )
}
