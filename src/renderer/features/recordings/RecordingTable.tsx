import { useTranslation } from 'react-i18next'
import { DataTable, type Column } from '../../ui/lists/DataTable.tsx'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { formatPhone } from '../../ui/marks/Phone.tsx'
import { formatLength } from '../../ui/recordings/sound.ts'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import type { Recording, Tab } from './recording.ts'
import classes from './Recordings.module.css'

interface RecordingTableProps {
  readonly tab: Tab
  readonly rows: readonly Recording[]
  readonly selectedKey: string | null
  readonly onSelect: (row: Recording) => void
  readonly onOpen: (row: Recording) => void
  readonly onEnd: () => void
}

const empties = {
  unmatched: ['recordings.emptyUnmatched', 'recordings.emptyUnmatchedHint'],
  lost: ['recordings.emptyLost', 'recordings.emptyLostHint'],
  everything: ['recordings.emptyAll', 'recordings.emptyAllHint'],
} as const

/** Recordings, the last to come first: whose call, when, how long, and whether the file is in order. */
export function RecordingTable({ tab, rows, ...list }: RecordingTableProps) {
  const { t } = useTranslation()
  const columns = useColumns()
  const [title, hint] = empties[tab]
  return (
    <DataTable
      label={t('recordings.list')}
      columns={columns}
      items={rows}
      keyOf={(row) => row.recordingId}
      empty={<EmptyState title={t(title)} hint={t(hint)} />}
      {...list}
    />
  )
}

function useColumns(): Column<Recording>[] {
  const { t } = useTranslation()
  const dates = useDates()
  return [
    {
      key: 'recordedAt',
      header: t('recordings.recordedAt'),
      width: '110px',
      render: (row) => (row.recordedAt === null ? t('common.unknown') : dates.moment(row.recordedAt)),
    },
    {
      key: 'customer',
      header: t('recordings.customer'),
      width: 'minmax(80px, 1fr)',
      render: (row) =>
        row.customerName ?? (
          <span className={classes.quiet}>
            {row.phone ? formatPhone(row.phone) : t('recordings.noPhone')}
          </span>
        ),
    },
    {
      key: 'file',
      header: t('recordings.fileName'),
      width: 'minmax(120px, 2fr)',
      render: (row) => (
        <span className={classes.text} title={row.fileName}>
          {row.fileName}
        </span>
      ),
    },
    {
      key: 'length',
      header: t('recordings.length'),
      width: '64px',
      align: 'right',
      render: (row) => (row.lengthMs === null ? '–' : formatLength(row.lengthMs)),
    },
    {
      key: 'state',
      header: t('recordings.state'),
      width: '96px',
      render: (row) =>
        row.state === 'present' ? (
          <span className={classes.quiet}>{t('codes.recordingState.present')}</span>
        ) : (
          <Tag tone="danger">{t(`codes.recordingState.${row.state}`)}</Tag>
        ),
    },
  ]
}
