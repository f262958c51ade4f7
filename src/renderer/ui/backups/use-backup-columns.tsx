import { useTranslation } from 'react-i18next'
import type { Column } from '../lists/DataTable.tsx'
import { useDates } from '../words/use-dates.ts'
import { sayBytes, type Backup } from './backup.ts'
import { BackupState } from './BackupState.tsx'
import { useBackupWords } from './use-backup-words.ts'

type Told =
  | 'madeAt'
  | 'age'
  | 'state'
  | 'reason'
  | 'customers'
  | 'followUps'
  | 'lastRecordAt'
  | 'size'
  | 'place'

/** What a list of backups tells of each; a list names what it tells, in its order, with the width of each. `now` is what ages count to. */
export function useBackupColumns(now: number) {
  const { t } = useTranslation()
  const words = useBackupWords()
  const dates = useDates()
  const all: Readonly<Record<Told, Omit<Column<Backup>, 'key' | 'width'>>> = {
    madeAt: { header: t('backups.column.madeAt'), render: words.madeAt },
    age: {
      header: t('backups.column.age'),
      render: ({ madeAt }) => (madeAt === null ? '' : words.age(madeAt, now)),
    },
    state: { header: t('backups.column.state'), render: (row) => <BackupState backup={row} /> },
    reason: { header: t('backups.column.reason'), render: words.reason },
    customers: {
      header: t('backups.counts.customers'),
      align: 'right',
      render: ({ counts }) => counts?.customers ?? '',
    },
    followUps: {
      header: t('backups.counts.followUps'),
      align: 'right',
      render: ({ counts }) => counts?.followUps ?? '',
    },
    lastRecordAt: {
      header: t('backups.lastRecord'),
      render: ({ lastRecordAt }) => (lastRecordAt === null ? '' : dates.moment(lastRecordAt)),
    },
    size: { header: t('backups.column.size'), align: 'right', render: ({ size }) => sayBytes(size) },
    place: {
      header: t('backups.column.place'),
      render: ({ place }) => t(`codes.backupPlace.${place}`),
    },
  }
  return (widths: Readonly<Partial<Record<Told, string>>>): Column<Backup>[] =>
    (Object.keys(widths) as Told[]).map((key) => ({ ...all[key], key, width: widths[key] ?? '' }))
}
