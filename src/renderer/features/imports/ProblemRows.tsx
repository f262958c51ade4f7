import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportProblem } from '#shared/contract/imports.ts'
import type { ProblemKind } from '#shared/domain/codes.ts'
import { DataTable, type Column } from '../../ui/lists/DataTable.tsx'
import classes from './Imports.module.css'

interface ProblemRowsProps {
  readonly kind: ProblemKind
  readonly problems: readonly ImportProblem[]
}

/** The rows with one kind of problem, as the spreadsheet numbers them. */
export function ProblemRows({ kind, problems }: ProblemRowsProps) {
  const { t } = useTranslation()
  const [selected, setSelected] = useState<string | null>(null)
  const rows = problems.filter((each) => each.kind === kind)
  const keyOf = (each: ImportProblem) => `${each.row} ${each.field}`
  const columns: Column<ImportProblem>[] = [
    { key: 'row', header: t('imports.row'), width: '64px', align: 'right', render: (each) => each.row },
    {
      key: 'customer',
      header: t('imports.customer'),
      width: 'minmax(70px, 1fr)',
      render: (each) => each.customerName ?? <span className={classes.quiet}>—</span>,
    },
    {
      key: 'field',
      header: t('imports.field'),
      width: 'minmax(70px, 1fr)',
      render: (each) => t(`codes.field.${each.field}`),
    },
    {
      key: 'value',
      header: t('imports.value'),
      width: 'minmax(110px, 1.6fr)',
      render: (each) =>
        each.value === '' ? (
          <span className={classes.quiet}>{t('imports.blank')}</span>
        ) : (
          <span title={each.value}>{each.value}</span>
        ),
    },
  ]
  return (
    <DataTable
      label={`${t('imports.problemRows')}: ${t(`codes.problemKind.${kind}`)}`}
      columns={columns}
      items={rows}
      keyOf={keyOf}
      selectedKey={selected}
      onSelect={(each) => setSelected(keyOf(each))}
    />
  )
}
