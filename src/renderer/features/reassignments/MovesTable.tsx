import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Holding } from '#shared/contract/reassignments.ts'
import { usePages, type RowOf } from '../../api/use-pages.ts'
import { DataTable, type Column } from '../../ui/lists/DataTable.tsx'
import { GradeBadge } from '../../ui/marks/GradeBadge.tsx'
import classes from './Reassign.module.css'
import { inputOf, type ReassignDraft } from './reassign-draft.ts'

interface MovesTableProps {
  readonly draft: ReassignDraft
  readonly receivers: readonly Holding[]
  readonly onChange: (draft: ReassignDraft) => void
}
type Move = RowOf<'reassignments.preview'>

/** Who gets whom, one by one; another receiver chosen here stands, however the rest is spread. */
export function MovesTable({ draft, receivers, onChange }: MovesTableProps) {
  const { t } = useTranslation()
  const [selectedId, setSelectedId] = useState<string | null>(null)
  const { rows, readMore } = usePages('reassignments.preview', inputOf(draft), { keepLast: true })
  const people = receivers.map(({ staffId, name }) => ({ value: staffId, label: name }))
  const columns: Column<Move>[] = [
    {
      key: 'grade',
      header: t('reassignments.grade'),
      width: '70px',
      render: (row) => <GradeBadge grade={row.grade} size="sm" />,
    },
    {
      key: 'name',
      header: t('reassignments.customer'),
      width: 'minmax(100px, 1fr)',
      render: (row) => row.customerName,
    },
    {
      key: 'to',
      header: t('reassignments.to'),
      width: 'minmax(140px, 1fr)',
      render: (row) => (
        <NativeSelect
          size="xs"
          data={people}
          value={row.to}
          data-by-hand={draft.byHand[row.customerId] !== undefined || undefined}
          className={classes.give}
          tabIndex={row.customerId === selectedId ? 0 : -1}
          aria-label={t('reassignments.giveTo', { name: row.customerName })}
          onChange={(event) =>
            onChange({
              ...draft,
              byHand: { ...draft.byHand, [row.customerId]: event.currentTarget.value },
            })
          }
        />
      ),
    },
  ]
  return (
    <section className={classes.moves}>
      <h2 className={classes.head}>{t('reassignments.moves')}</h2>
      <DataTable
        label={t('reassignments.moves')}
        columns={columns}
        items={rows}
        keyOf={({ customerId }) => customerId}
        selectedKey={selectedId}
        onSelect={({ customerId }) => setSelectedId(customerId)}
        onEnd={readMore}
      />
    </section>
  )
}
