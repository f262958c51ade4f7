import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/use-session.ts'
import { keyOf, type Backup } from '../../ui/backups/backup.ts'
import { useBackupColumns } from '../../ui/backups/use-backup-columns.tsx'
import { DataTable } from '../../ui/lists/DataTable.tsx'

const widths = {
  madeAt: 'minmax(96px, 1fr)',
  age: 'minmax(88px, 0.8fr)',
  state: 'minmax(100px, 1.2fr)',
  reason: 'minmax(84px, 1.3fr)',
  size: '76px',
  place: 'minmax(84px, 1fr)',
}

interface BackupTableProps {
  readonly rows: readonly Backup[]
  readonly selectedKey: string | null
  readonly onSelect: (row: Backup) => void
}

/** Every backup, the bad ones among them: when, whether it is good (seen however narrow the list is), why, how big, where. */
export function BackupTable({ rows, selectedKey, onSelect }: BackupTableProps) {
  const { t } = useTranslation()
  const columns = useBackupColumns(useSession().store.now)(widths)
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
