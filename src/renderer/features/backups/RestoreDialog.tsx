import { Text, TextInput, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../api/calls.ts'
import { tellRestored } from '../../api/restored.ts'
import { setToken } from '../../api/token.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import type { Backup } from '../../ui/backups/backup.ts'
import { useBackupWords } from '../../ui/backups/use-backup-words.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'
import classes from './Restore.module.css'
import { RestorePreview } from './RestorePreview.tsx'

interface RestoreDialogProps {
  readonly backup: Backup
  readonly onClose: () => void
}

/** That somebody signed in since is no work that would be lost. */
const losesWork = ({ lost, customersLost }: CallOutput<'backups.preview'>): boolean =>
  customersLost.count > 0 || lost.byCall.some(({ call }) => !call.startsWith('session.'))

/** Shows what a restore would lose before it is done, and asks why; a word is typed where something is lost (P4). */
export function RestoreDialog({ backup, onClose }: RestoreDialogProps) {
  const { t } = useTranslation()
  const words = useBackupWords()
  const { name, place } = backup
  const preview = useQuery('backups.preview', { name, place })
  const restore = useCommand('backups.restore')
  const errors = useFieldErrors(restore.failure)
  const [reason, setReason] = useState('')
  const [typed, setTyped] = useState('')
  const { data } = preview
  const loses = data !== undefined && losesWork(data)
  const isConfirmed = data !== undefined && (!loses || typed.trim() === t('backups.confirmWord'))
  const run = async () => {
    if (!isConfirmed || reason.trim() === '') return
    const done = await restore.run({ name, place, reason: reason.trim() })
    if (!done.ok) return
    tellRestored({
      what: 'restored',
      madeAt: done.value.backup.madeAt,
      keptAside: done.value.keptAside,
      erasedAgain: done.value.erasedAgain,
    })
    setToken(null)
  }
  return (
    <ConfirmDialog
      opened
      wide
      danger={loses}
      onClose={onClose}
      title={t('backups.restoreTitle', { at: words.madeAt(backup) })}
      confirmLabel={t('backups.restoreConfirm')}
      onConfirm={() => void run()}
      pending={restore.pending}
      failure={restore.failure}
      disabled={!isConfirmed || reason.trim() === ''}
    >
      <div className={classes.dialog}>
        <Text>{t('backups.restoreIntro')}</Text>
        {preview.error && !data ? (
          <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />
        ) : data ? (
          <RestorePreview preview={data} />
        ) : (
          <div aria-label={t('backups.previewing')}>
            <LoadingRows rows={8} />
          </div>
        )}
        <Textarea
          id="restore-reason"
          label={t('backups.reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={errors('reason')}
          required
          autosize
          minRows={1}
          maxRows={4}
          data-autofocus
        />
        {loses && (
          <TextInput
            id="restore-confirm"
            label={t('backups.confirmLabel')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="off"
            required
          />
        )}
      </div>
    </ConfirmDialog>
  )
}
