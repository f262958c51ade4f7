import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { retryAtOf } from '../../api/failure.ts'
import { tellRestored } from '../../api/restored.ts'
import { useCommand } from '../../api/use-command.ts'
import { keyOf, type Backup } from '../../ui/backups/backup.ts'
import { useBackupWords } from '../../ui/backups/use-backup-words.ts'
import { FailureAlert } from '../../ui/states/FailureAlert.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { useSecondsUntil } from '../../ui/use-seconds-until.ts'
import classes from './Rescue.module.css'

interface RescueFormProps {
  readonly backup: Backup
  /** S7 How many people were erased since: they are erased again. */
  readonly toErase: number
  /** Restoring is what helps here. */
  readonly recommended: boolean
}

/** Who restores: somebody who manages the store in that very backup, with his password of then. */
export function RescueForm({ backup, toErase, recommended }: RescueFormProps) {
  const { t } = useTranslation()
  const words = useBackupWords()
  const restore = useCommand('setup.restore')
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [why, setWhy] = useState('')
  const [triedKey, setTriedKey] = useState<string | null>(null)
  const wait = useSecondsUntil(retryAtOf(restore.failure))
  const problem = words.problem(backup)
  const mayRun = problem === null && wait === 0 && login.trim() !== '' && password !== ''
  const run = async () => {
    if (!mayRun) return
    const { name, place } = backup
    setTriedKey(keyOf(backup))
    const done = await restore.run({
      name,
      place,
      login: login.trim(),
      password,
      ...(why.trim() === '' ? {} : { reason: why.trim() }),
    })
    if (done.ok) {
      const { keptAside, backup: now, erasedAgain } = done.value
      tellRestored({ what: 'rescued', madeAt: now.madeAt, keptAside, erasedAgain })
    } else if (done.failure.code === 'SIGN_IN_FAILED') setPassword('')
  }
  return (
    <form
      className={classes.form}
      aria-label={t('rescue.who')}
      onSubmit={(event) => {
        event.preventDefault()
        void run()
      }}
    >
      <div className={classes.fields}>
        <TextInput
          id="rescue-login"
          label={t('session.login')}
          description={t('rescue.whoHint')}
          value={login}
          onChange={(event) => setLogin(event.currentTarget.value)}
          autoComplete="username"
          autoFocus
        />
        <PasswordInput
          id="rescue-password"
          label={t('session.password')}
          description={t('backups.restoreTitle', { at: words.madeAt(backup) })}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="current-password"
        />
        <TextInput
          id="rescue-reason"
          className={classes.whole}
          label={t('rescue.reason')}
          description={t('rescue.reasonHint')}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
          autoComplete="off"
        />
      </div>
      {toErase > 0 && <p className={classes.told}>{t('rescue.toErase', { count: toErase })}</p>}
      {problem !== null && (
        <p role="alert" className={classes.warn}>
          {t('backups.badHint', { problem })}
        </p>
      )}
      <FailureAlert failure={triedKey === keyOf(backup) ? restore.failure : null} act />
      <div className={classes.acts}>
        <Button
          type="submit"
          size="sm"
          variant={recommended ? 'filled' : 'default'}
          loading={restore.pending}
          disabled={!mayRun}
          rightSection={<KeyHint keys="Enter" />}
        >
          {wait > 0 ? t('session.waitSeconds', { seconds: wait }) : t('rescue.restore')}
        </Button>
      </div>
    </form>
  )
}
