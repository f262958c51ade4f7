import { Button } from '@mantine/core'
import { IconDatabaseExport } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { useCan, useSession } from '../../api/use-session.ts'
import { keyOf, sayBytes, type Backup } from '../../ui/backups/backup.ts'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { FailureAlert } from '../../ui/states/FailureAlert.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { PageTitle } from '../../ui/page/PageTitle.tsx'
import { SplitView } from '../../ui/lists/SplitView.tsx'
import { toast } from '../../ui/toast.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { BackupDetails } from './BackupDetails.tsx'
import classes from './Backups.module.css'
import { BackupTable } from './BackupTable.tsx'
import { KeepingState } from './KeepingState.tsx'
import { RestoreDialog } from './RestoreDialog.tsx'

const oftenMs = 60_000

/** 备份 (P4): what is kept, where and how well; making, checking and restoring. */
export function BackupsPage() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery('backups.list', undefined, { everyMs: oftenMs })
  const make = useCommand('backups.make')
  const [selectedKey, setSelectedKey] = useState<string | null>(null)
  const [restoring, setRestoring] = useState<Backup | null>(null)
  const mayMake = useCan('backup.make')
  const mayRestore = useCan('backup.restore')
  const training = useSession().store.kind === 'training'
  const rows = data?.backups ?? []
  const selected = rows.find((row) => keyOf(row) === selectedKey) ?? rows[0]
  const makeNow = async () => {
    const done = await make.run()
    if (!done.ok) return
    setSelectedKey(keyOf(done.value))
    toast(t('backups.made', { size: sayBytes(done.value.size) }))
  }
  const mayRestoreThis = mayRestore && selected !== undefined && selected.problem === null
  useShortcuts(t('backups.title'), [
    { keys: 'n', label: t('backups.make'), run: () => void makeNow(), when: mayMake && !make.pending },
    {
      keys: 'r',
      label: t('backups.restore'),
      run: () => selected && setRestoring(selected),
      when: mayRestoreThis,
    },
  ])
  return (
    <>
      <PageTitle
        title={t('backups.title')}
        actions={
          mayMake && (
            <Button
              leftSection={<IconDatabaseExport size={16} aria-hidden />}
              rightSection={<KeyHint keys="n" />}
              loading={make.pending}
              onClick={() => void makeNow()}
            >
              {t('backups.make')}
            </Button>
          )
        }
      />
      {make.failure && (
        <div className={classes.failure}>
          <FailureAlert failure={make.failure} act />
        </div>
      )}
      {data && <KeepingState data={data} />}
      <SplitView
        name="backups"
        listShare={62}
        detailsLabel={t('backups.details')}
        list={
          error && !data ? (
            <ErrorState error={error} onRetry={() => void refetch()} />
          ) : !data ? (
            <LoadingRows rows={10} />
          ) : rows.length === 0 ? (
            <EmptyState
              title={t('backups.none')}
              hint={t(training ? 'backups.noneHintTraining' : 'backups.noneHint')}
            />
          ) : (
            <BackupTable
              rows={rows}
              selectedKey={selected ? keyOf(selected) : null}
              onSelect={(row) => setSelectedKey(keyOf(row))}
            />
          )
        }
        details={
          selected ? (
            <BackupDetails key={keyOf(selected)} backup={selected} onRestore={() => setRestoring(selected)} />
          ) : (
            <EmptyState title={t('backups.choose')} hint={t('backups.chooseHint')} />
          )
        }
      />
      {restoring && <RestoreDialog backup={restoring} onClose={() => setRestoring(null)} />}
    </>
  )
}
