import { Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/use-query.ts'
import { keyOf } from '../../ui/backups/backup.ts'
import { useBackupColumns } from '../../ui/backups/use-backup-columns.tsx'
import { DataTable } from '../../ui/lists/DataTable.tsx'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { machineNow } from '../../ui/machine-now.ts'
import classes from './Rescue.module.css'
import { RescueForm } from './RescueForm.tsx'

const rowHeight = 32
const headHeight = 33
const mostRows = 6
const widths = {
  madeAt: '136px',
  age: '88px',
  customers: '76px',
  followUps: '80px',
  lastRecordAt: '136px',
  size: '76px',
  place: '96px',
  state: 'minmax(90px, 1fr)',
}

/** The backups of the store that does not open, the newest good one chosen, and who restores it. */
export function RescueBackups({ recommended }: { readonly recommended: boolean }) {
  const { t } = useTranslation()
  // Old enough to be told in hours; it need not tick.
  const [now] = useState(machineNow)
  const columns = useBackupColumns(now)(widths)
  const { data, error, refetch } = useQuery('setup.backups')
  const [chosenKey, setChosenKey] = useState<string | null>(null)
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingRows rows={4} />
  const { backups, folder, second } = data
  const chosen =
    backups.find((row) => keyOf(row) === chosenKey) ??
    backups.find(({ problem }) => problem === null) ??
    backups[0]
  const height = headHeight + rowHeight * Math.min(backups.length, mostRows) + 2
  return (
    <section className={classes.backups} aria-label={t('rescue.backups')}>
      {second && !second.reachable && (
        <p className={classes.warn} role="alert">
          {t('rescue.secondUnreachable', { path: second.path })}
        </p>
      )}
      {second?.reading && (
        <Text role="status" c="dimmed">
          {t('rescue.secondReading', { path: second.path })}
        </Text>
      )}
      {chosen === undefined ? (
        <EmptyState title={t('rescue.backupsNone')} hint={t('rescue.backupsNoneHint', { folder })} />
      ) : (
        <>
          <Title order={2}>{t('rescue.backups')}</Title>
          <Text size="xs" c="dimmed">
            {t('rescue.backupsHint')}
          </Text>
          <div className={classes.table} style={{ height }}>
            <DataTable
              label={t('rescue.backups')}
              columns={columns}
              items={backups}
              keyOf={keyOf}
              rowHeight={rowHeight}
              selectedKey={keyOf(chosen)}
              onSelect={(row) => setChosenKey(keyOf(row))}
            />
          </div>
          <RescueForm backup={chosen} toErase={data.toErase[keyOf(chosen)] ?? 0} recommended={recommended} />
        </>
      )}
    </section>
  )
}
