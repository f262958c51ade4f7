import { useTranslation } from 'react-i18next'
import { reachOf } from '#shared/access/permissions.ts'
import { useSession } from '../../api/use-session.ts'
import type { Column } from '../../ui/lists/DataTable.tsx'
import { DueDate } from '../../ui/marks/DueDate.tsx'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import classes from './Penalties.module.css'
import type { Entry } from './penalty.ts'
import { useAmounts } from './use-amounts.ts'

/** The columns of the ledger; that of the cap only where it took something off. */
export function useLedgerColumns(rows: readonly Entry[]): Column<Entry>[] {
  const { t } = useTranslation()
  const amounts = useAmounts()
  const { staff } = useSession()
  const isOwn = reachOf(staff.role, 'penalty.read') === 'own'
  const isCapped = rows.some(({ capTaken }) => capTaken !== 0)
  const columns: Column<Entry>[] = [
    {
      key: 'on',
      header: t('penalties.column.on'),
      width: '92px',
      render: (row) => <DueDate on={row.on} due={false} />,
    },
    ...(isOwn
      ? []
      : [
          {
            key: 'person',
            header: t('penalties.column.person'),
            width: 'minmax(64px, 100px)',
            render: (row: Entry) => row.staffName,
          },
        ]),
    {
      key: 'part',
      header: t('penalties.column.part'),
      width: 'minmax(112px, 130px)',
      render: (row) => (
        <Tag tone={row.part === 'reversal' ? 'ok' : 'info'}>{t(`codes.penaltyPart.${row.part}`)}</Tag>
      ),
    },
    {
      key: 'ladder',
      header: t('penalties.column.ladder'),
      width: 'minmax(70px, 1fr)',
      render: (row) => (
        <span className={classes.cut}>
          {t(`codes.ladder.${row.ladder}`)}
          {row.staffId !== row.ofStaffId && ` · ${row.ofStaffName}`}
        </span>
      ),
    },
    {
      key: 'occasion',
      header: t('penalties.column.occasion'),
      width: '72px',
      align: 'right',
      render: (row) => row.occasion,
    },
    {
      key: 'cap',
      header: t('penalties.column.capTaken'),
      width: '92px',
      align: 'right',
      render: (row) =>
        row.capTaken === 0 ? (
          <span className={classes.quiet}>{t('penalties.none')}</span>
        ) : (
          <span className={classes.figure}>{amounts.amount(row.capTaken, row.unit)}</span>
        ),
    },
    {
      key: 'amount',
      header: t('penalties.column.amount'),
      width: '100px',
      align: 'right',
      render: (row) =>
        row.unit === 'none' ? (
          <span className={classes.quiet}>{t('penalties.noAmount')}</span>
        ) : (
          <span className={classes.figure} data-reversed={row.reversedBy !== null}>
            {amounts.amount(row.amount, row.unit)}
          </span>
        ),
    },
    {
      key: 'state',
      header: t('penalties.column.consequences'),
      width: 'minmax(84px, 150px)',
      render: (row) =>
        row.reversedBy !== null ? (
          <Tag tone="quiet">{t('penalties.reversed')}</Tag>
        ) : (
          <span className={classes.cut}>
            {row.consequences.map((each) => t(`codes.consequence.${each}`)).join(t('penalties.between'))}
          </span>
        ),
    },
  ]
  return columns.filter(({ key }) => key !== 'cap' || isCapped)
}
