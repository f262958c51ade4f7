import { Button, VisuallyHidden } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Holding } from '#shared/contract/reassignments.ts'
import { useQuery } from '../../api/use-query.ts'
import { DataTable, type Column } from '../../ui/lists/DataTable.tsx'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { ListToolbar } from '../../ui/lists/ListToolbar.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { StatusBadge } from '../../ui/marks/StatusBadge.tsx'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { GradeCounts } from './GradeCounts.tsx'
import classes from './Reassign.module.css'
import type { ReassignDraft } from './reassign-draft.ts'

/** Who holds what; whose customers are to be handed over is chosen here. */
export function Holdings({ onStart }: { readonly onStart: (from: ReassignDraft['from']) => void }) {
  const { t } = useTranslation()
  const { data, isPending, isError, error, refetch } = useQuery('reassignments.holdings')
  const [selectedId, setSelectedId] = useState<string | null>(null)
  const rows = data?.rows ?? []
  const selected = rows.find(({ staffId }) => staffId === selectedId)
  const start = (row: Holding | undefined) => {
    if (row && row.customers > 0) onStart({ staffId: row.staffId, name: row.name })
  }
  useShortcuts(t('reassignments.holdings'), [
    {
      keys: 'r',
      label: t('reassignments.startSelected'),
      run: () => start(selected),
      when: (selected?.customers ?? 0) > 0,
    },
  ])
  const columns: Column<Holding>[] = [
    { key: 'name', header: t('reassignments.person'), width: 'minmax(80px, 1fr)', render: (row) => row.name },
    {
      key: 'status',
      header: t('reassignments.status'),
      width: '84px',
      render: (row) => <StatusBadge staff={row.status} />,
    },
    {
      key: 'customers',
      header: t('reassignments.customers'),
      width: '78px',
      align: 'right',
      render: (row) => row.customers,
    },
    {
      key: 'byGrade',
      header: t('reassignments.byGrade'),
      width: 'minmax(190px, 2fr)',
      render: (row) => <GradeCounts counts={row.byGrade} />,
    },
    {
      key: 'overdue',
      header: t('reassignments.overdue'),
      width: '70px',
      align: 'right',
      render: (row) => (row.overdue > 0 ? <b className={classes.overdue}>{row.overdue}</b> : 0),
    },
    {
      key: 'start',
      header: <VisuallyHidden>{t('reassignments.start')}</VisuallyHidden>,
      width: '104px',
      align: 'right',
      render: (row) =>
        row.customers > 0 && (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconArrowsExchange size={14} aria-hidden />}
            aria-label={t('reassignments.startOf', { name: row.name })}
            tabIndex={row.staffId === selectedId ? 0 : -1}
            onClick={() => start(row)}
          >
            {t('reassignments.start')}
          </Button>
        ),
    },
  ]
  return (
    <>
      <ListToolbar
        actions={
          <Button
            disabled={!selected || selected.customers === 0}
            onClick={() => start(selected)}
            rightSection={<KeyHint keys="r" />}
          >
            {t('reassignments.start')}
          </Button>
        }
      >
        <h2 className={classes.head}>{t('reassignments.holdings')}</h2>
      </ListToolbar>
      {isError && <ErrorState error={error} onRetry={() => void refetch()} />}
      {isPending && <LoadingRows />}
      {data && (
        <DataTable
          label={t('reassignments.holdings')}
          columns={columns}
          items={rows}
          keyOf={({ staffId }) => staffId}
          selectedKey={selectedId}
          onSelect={({ staffId }) => setSelectedId(staffId)}
          onOpen={start}
          rowHeight={38}
          empty={<EmptyState title={t('reassignments.nobody')} hint={t('reassignments.nobodyHint')} />}
        />
      )}
    </>
  )
}
