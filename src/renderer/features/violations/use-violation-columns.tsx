import { useTranslation } from 'react-i18next'
import { reachOf } from '#shared/access/permissions.ts'
import { useSession } from '../../api/use-session.ts'
import type { Column } from '../../ui/lists/DataTable.tsx'
import { DueDate } from '../../ui/marks/DueDate.tsx'
import { markColumn } from '../../ui/lists/mark-column.tsx'
import { StatusBadge } from '../../ui/marks/StatusBadge.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import type { MarkedRows } from '../../ui/lists/use-marked-rows.ts'
import { useWords } from '../../ui/words/use-words.ts'
import type { Violation } from './violation.ts'
import classes from './ViolationsPage.module.css'

/** The columns of the list of violations, the first of them for choosing several. */
export function useViolationColumns(marks: MarkedRows<Violation>): Column<Violation>[] {
  const { t } = useTranslation()
  const words = useWords()
  const dates = useDates()
  const { staff } = useSession()
  const isOwn = reachOf(staff.role, 'violation.read') === 'own'
  return [
    markColumn(marks, {
      all: t('violations.markAll'),
      one: ({ staffName: name, on, kind }) =>
        t('violations.markRow', { name, on: dates.short(on), kind: t(`codes.violationKind.${kind}`) }),
    }),
    {
      key: 'on',
      header: t('violations.on'),
      width: '84px',
      render: (row) => <DueDate on={row.on} due={false} />,
    },
    ...(isOwn
      ? []
      : [
          {
            key: 'staff',
            header: t('violations.staff'),
            width: 'minmax(70px, 84px)',
            render: (row: Violation) => row.staffName,
          },
        ]),
    {
      key: 'kind',
      header: t('violations.kind'),
      width: 'minmax(100px, 132px)',
      render: (row) => t(`codes.violationKind.${row.kind}`),
    },
    {
      key: 'customer',
      header: t('violations.customer'),
      width: 'minmax(70px, 92px)',
      render: (row) =>
        row.customerName ?? <span className={classes.quiet}>{t('violations.noCustomer')}</span>,
    },
    {
      key: 'status',
      header: t('violations.status'),
      width: '84px',
      render: (row) => <StatusBadge violation={row.status} />,
    },
    {
      key: 'why',
      header: t('violations.why'),
      width: 'minmax(120px, 1fr)',
      render: (row) => (
        <span className={classes.reason}>{row.reasons[0] && words.reason(row.reasons[0])}</span>
      ),
    },
  ]
}
