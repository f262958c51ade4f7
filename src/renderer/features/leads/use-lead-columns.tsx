import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Column } from '../../ui/lists/DataTable.tsx'
import { DueDate } from '../../ui/marks/DueDate.tsx'
import { GradeBadge } from '../../ui/marks/GradeBadge.tsx'
import { markColumn } from '../../ui/lists/mark-column.tsx'
import { Phone } from '../../ui/marks/Phone.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import type { MarkedRows } from '../../ui/lists/use-marked-rows.ts'
import { FirstFollowUpClock } from './FirstFollowUpClock.tsx'
import type { Lead } from './lead.ts'
import classes from './Leads.module.css'

interface ColumnsOptions {
  readonly marks: MarkedRows<Lead>
  readonly now: number
  /** A consultant has only his own: nobody's name is needed, and nothing is chosen in bulk. */
  readonly isOwn: boolean
}

/** The columns of the list of leads, the first of them for choosing several. */
export function useLeadColumns({ marks, now, isOwn }: ColumnsOptions): Column<Lead>[] {
  const { t } = useTranslation()
  const dates = useDates()
  const mark = markColumn(marks, {
    all: t('leads.markAll'),
    one: ({ name }) => t('leads.mark', { name }),
  })
  const person: Column<Lead> = {
    key: 'person',
    header: t('leads.person'),
    width: 'minmax(64px, 92px)',
    render: (row) => row.ownerName ?? row.assigneeName ?? <span className={classes.quiet}>—</span>,
  }
  return [
    ...(isOwn ? [] : [mark]),
    {
      key: 'clock',
      header: t('leads.column.clock'),
      width: 'minmax(140px, 170px)',
      render: (row) => <FirstFollowUpClock lead={row} now={now} />,
    },
    {
      key: 'name',
      header: t('leads.column.name'),
      width: 'minmax(90px, 1.2fr)',
      render: (row) => (
        <>
          {row.grade !== null && <GradeBadge grade={row.grade} />} <strong>{row.name}</strong>
          {row.exception && (
            <IconAlertTriangle
              size={14}
              className={classes.sign}
              color="var(--tone-warn)"
              aria-label={t('leads.exceptionOpen', {
                kind: t(`codes.leadExceptionKind.${row.exception.kind}`),
              })}
            />
          )}
        </>
      ),
    },
    {
      key: 'phone',
      header: t('leads.column.phone'),
      width: 'minmax(112px, 124px)',
      render: (row) => <Phone phone={row.phone} />,
    },
    ...(isOwn ? [] : [person]),
    {
      key: 'model',
      header: t('leads.column.model'),
      width: 'minmax(60px, 1fr)',
      render: (row) => <span className={classes.cut}>{row.model}</span>,
    },
    {
      key: 'next',
      header: t('leads.column.next'),
      width: 'minmax(92px, 110px)',
      render: (row) => row.nextPlan && <DueDate on={row.nextPlan.on} brief />,
    },
    {
      key: 'received',
      header: t('leads.column.received'),
      width: 'minmax(56px, 84px)',
      render: (row) => (
        <span className={classes.quiet} title={dates.moment(row.receivedAt)}>
          {dates.short(row.receivedOn)}
        </span>
      ),
    },
  ]
}
