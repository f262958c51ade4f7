import { Button, Text } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../api/calls.ts'
import { useQuery } from '../../api/use-query.ts'
import { DataTable, type Column } from '../lists/DataTable.tsx'
import { ErrorState } from '../states/ErrorState.tsx'
import { LoadingRows } from '../states/LoadingRows.tsx'
import { useDates } from '../words/use-dates.ts'
import { UndoImportDialog, type Imported } from './UndoImportDialog.tsx'

type Batch = CallOutput<'imports.list'>['rows'][number]
const lists = { customers: 'imports.list', leads: 'leads.imports' } as const

/** Ledgers that were imported before, newest first; each can be taken back whole. */
export function ImportHistory({ of }: { readonly of: Imported }) {
  const { t } = useTranslation()
  const dates = useDates()
  const list = useQuery(lists[of])
  const [selected, setSelected] = useState<string | null>(null)
  const [undoing, setUndoing] = useState<Batch | null>(null)
  const columns: Column<Batch>[] = [
    {
      key: 'file',
      header: t('imports.batch.file'),
      width: 'minmax(160px, 1fr)',
      render: (row) => row.fileName,
    },
    {
      key: 'at',
      header: t('imports.batch.at'),
      width: '140px',
      render: (row) => dates.moment(row.importedAt),
    },
    { key: 'by', header: t('imports.batch.by'), width: '120px', render: (row) => row.importedBy },
    {
      key: 'imported',
      header: t('imports.batch.imported'),
      width: '90px',
      align: 'right',
      render: (row) => row.imported,
    },
    {
      key: 'rejected',
      header: t('imports.batch.rejected'),
      width: '90px',
      align: 'right',
      render: (row) => row.rejected,
    },
    {
      key: 'act',
      header: t('imports.batch.act'),
      width: '140px',
      align: 'right',
      render: (row) => (
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconArrowBackUp size={14} aria-hidden />}
          aria-label={t('imports.undoBatch', { file: row.fileName })}
          onClick={() => setUndoing(row)}
        >
          {t('imports.undo')}
        </Button>
      ),
    },
  ]
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  if (list.isPending) return <LoadingRows rows={4} />
  return (
    <>
      <DataTable
        label={t('imports.history')}
        columns={columns}
        items={list.data.rows}
        keyOf={(row) => row.batchId}
        selectedKey={selected ?? list.data.rows[0]?.batchId ?? null}
        onSelect={(row) => setSelected(row.batchId)}
        onOpen={setUndoing}
        empty={
          <Text c="dimmed" py="sm" px="md">
            {t('imports.noHistory')}
          </Text>
        }
      />
      {undoing && (
        <UndoImportDialog
          of={of}
          batchId={undoing.batchId}
          file={undoing.fileName}
          count={undoing.imported}
          onClose={() => setUndoing(null)}
          onUndone={() => setUndoing(null)}
        />
      )}
    </>
  )
}
