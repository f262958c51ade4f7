import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../api/calls.ts'
import { desktop } from '../../api/desktop.ts'
import { useCommand } from '../../api/use-command.ts'
import { useCan } from '../../api/use-session.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { FailureAlert } from '../../ui/states/FailureAlert.tsx'
import { toast } from '../../ui/toast.ts'
import { useDates } from '../../ui/words/use-dates.ts'
import classes from './Backups.module.css'

/** The second folder: a USB stick, a network drive. Old or out of reach, it warns (P4). */
export function SecondFolder({ second }: { readonly second: CallOutput<'backups.list'>['second'] }) {
  const { t } = useTranslation()
  const dates = useDates()
  const mayChoose = useCan('backup.setFolder')
  const save = useCommand('backups.setFolder')
  const [isLeaving, setIsLeaving] = useState(false)
  const choose = async () => {
    const folder = await desktop.call('pickFolder', {})
    if (folder === null) return
    const done = await save.run({ folder })
    if (done.ok) toast(t('backups.secondSet', { folder }))
  }
  const leave = async () => {
    const done = await save.run({ folder: null })
    if (!done.ok) return
    setIsLeaving(false)
    toast(t('backups.secondUnset'))
  }
  return (
    <div className={classes.second}>
      <span className={classes.quiet}>{t('backups.second')}</span>
      {second ? (
        <>
          <span className={classes.path}>{second.path}</span>
          {second.reading && (
            <span className={classes.quiet} role="status">
              {t('backups.secondReading')}
            </span>
          )}
          {second.newestAt !== null && (
            <span className={classes.quiet}>
              {t('backups.secondNewest', { at: dates.moment(second.newestAt) })}
            </span>
          )}
        </>
      ) : (
        <span>{t('backups.secondNone')}</span>
      )}
      {mayChoose && (
        <Button size="compact-xs" variant="default" loading={save.pending} onClick={() => void choose()}>
          {t(second ? 'backups.secondChange' : 'backups.secondChoose')}
        </Button>
      )}
      {mayChoose && second && (
        <Button size="compact-xs" variant="subtle" onClick={() => setIsLeaving(true)}>
          {t('backups.secondOff')}
        </Button>
      )}
      {second?.warning && (
        <p role="alert" className={classes.warn}>
          <IconAlertTriangle size={14} aria-hidden /> {t(`backups.secondWarning.${second.warning}`)}
        </p>
      )}
      {!isLeaving && save.failure && (
        <div className={classes.warn}>
          <FailureAlert failure={save.failure} act />
        </div>
      )}
      <ConfirmDialog
        opened={isLeaving}
        onClose={() => setIsLeaving(false)}
        title={t('backups.secondOffTitle')}
        confirmLabel={t('backups.secondOff')}
        onConfirm={() => void leave()}
        pending={save.pending}
        failure={save.failure}
      >
        {t('backups.secondOffHint')}
      </ConfirmDialog>
    </div>
  )
}
