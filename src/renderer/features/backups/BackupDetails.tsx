import { Button, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { desktop } from '../../api/desktop.ts'
import { useCommand } from '../../api/use-command.ts'
import { useCan } from '../../api/use-session.ts'
import { BackupState } from '../../ui/backups/BackupState.tsx'
import { countNames, sayBytes, type Backup } from '../../ui/backups/backup.ts'
import { useBackupWords } from '../../ui/backups/use-backup-words.ts'
import { Facts } from '../../ui/Facts.tsx'
import { FailureAlert } from '../../ui/states/FailureAlert.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { toast } from '../../ui/toast.ts'
import { useDates } from '../../ui/words/use-dates.ts'
import classes from './Backups.module.css'

interface BackupDetailsProps {
  readonly backup: Backup
  readonly onRestore: () => void
}

/** What is in one backup, how it was checked, and what can be done with it. */
export function BackupDetails({ backup, onRestore }: BackupDetailsProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const words = useBackupWords()
  const check = useCommand('backups.check')
  const mayMake = useCan('backup.make')
  const mayRestore = useCan('backup.restore')
  const { counts, lastRecordAt, checkedAt, storeName, schemaVersion } = backup
  const problem = words.problem(backup)
  const checkNow = async () => {
    const done = await check.run({ name: backup.name, place: backup.place })
    if (!done.ok) return
    const found = words.problem(done.value)
    if (found === null) toast(t('backups.checked'))
    else toast(t('backups.checkedBad', { problem: found }), 'warn')
  }
  return (
    <div className={classes.details}>
      <div>
        <Title order={2}>{words.madeAt(backup)}</Title>
        <BackupState backup={backup} />
      </div>
      {problem !== null && (
        <p role="alert" className={classes.bad}>
          {t('backups.badHint', { problem })}
        </p>
      )}
      <section aria-label={t('backups.contents')}>
        <Title order={3} mb={4}>
          {t('backups.contents')}
        </Title>
        {counts ? (
          <Facts
            facts={[
              ...countNames.map((name) => [t(`backups.counts.${name}`), counts[name]] as const),
              [
                t('backups.lastRecord'),
                lastRecordAt === null ? t('common.none') : dates.moment(lastRecordAt),
              ] as const,
            ]}
          />
        ) : (
          <Text c="dimmed">{t('backups.contentsUnknown')}</Text>
        )}
      </section>
      <Facts
        facts={[
          [t('backups.column.reason'), words.reason(backup)],
          [t('backups.column.size'), sayBytes(backup.size)],
          [t('backups.checkedAt'), checkedAt === null ? t('common.none') : dates.moment(checkedAt)],
          [t('backups.storeName'), storeName ?? t('common.unknown')],
          [t('backups.schema'), schemaVersion ?? t('common.unknown')],
          [t('backups.file'), backup.path],
        ]}
      />
      <FailureAlert failure={check.failure} act />
      <div className={classes.acts}>
        {mayRestore && (
          <Button disabled={problem !== null} onClick={onRestore} rightSection={<KeyHint keys="r" />}>
            {t('backups.restore')}
          </Button>
        )}
        {mayMake && (
          <Button variant="default" loading={check.pending} onClick={() => void checkNow()}>
            {t('backups.check')}
          </Button>
        )}
        <Button variant="default" onClick={() => void desktop.call('openPath', { path: backup.path })}>
          {t('backups.showFile')}
        </Button>
      </div>
      {!mayRestore && (
        <Text c="dimmed" size="xs">
          {t('backups.restoreWho')}
        </Text>
      )}
    </div>
  )
}
