import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/use-session.ts'
import { BackupState } from '../../ui/backups/BackupState.tsx'
import { keyOf, sayBytes, type Backup } from '../../ui/backups/backup.ts'
import { useBackupWords } from '../../ui/backups/use-backup-words.ts'
import { DataTable, type Column } from '../../ui/DataTable.tsx'

interface BackupTableProps {
  readonly rows: readonly Backup[]
  readonly selectedKey: string | null
  readonly onSelect: (row: Backup) => void
}

/** Every backup, the bad ones among them: when, whether it is good (seen however narrow the list is), why, how big, where. */
export function BackupTable({ rows, selectedKey, onSelect }: BackupTableProps) {
  const { t } = useTranslation()
  const words = useBackupWords()
  const { store } = useSession()
  const columns: Column<Backup>[] = [
    { key: 'madeAt', header: t('backups.column.madeAt'), width: 'minmax(96px, 1fr)', render: words.madeAt },
    {
      key: 'age',
      header: t('backups.column.age'),
      width: 'minmax(88px, 0.8fr)',
      render: ({ madeAt }) => (madeAt === null ? '' : words.age(madeAt, store.now)),
    },
    {
      key: 'state',
      header: t('backups.column.state'),
      width: 'minmax(100px, 1.2fr)',
      render: (row) => <BackupState backup={row} />,
    },
    { key: 'reason', header: t('backups.column.reason'), width: 'minmax(84px, 1.3fr)', render: words.reason },
    {
      key: 'size',
      header: t('backups.column.size'),
      width: '76px',
      align: 'right',
      render: ({ size }) => sayBytes(size),
    },
    {
      key: 'place',
      header: t('backups.column.place'),
      width: 'minmax(84px, 1fr)',
      render: ({ place }) => t(`codes.backupPlace.${place}`),
    },
  ]
  return (
    <DataTable
      label={t('backups.list')}
      columns={columns}
      items={rows}
      keyOf={keyOf}
      selectedKey={selectedKey}
      onSelect={onSelect}
    />
  )
}
