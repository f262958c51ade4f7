import { useTranslation } from 'react-i18next'
import type { Role } from '#shared/domain/codes.ts'
import { formatYuan } from '#shared/domain/money.ts'
import type { Column } from '../../ui/lists/DataTable.tsx'
import classes from './Penalties.module.css'
import type { MonthSheet } from './penalty.ts'

type Person = MonthSheet['people'][number]

/** The columns of the month sheet; those of the cap and of points only where there is something in them. */
export function useMonthColumns(people: readonly Person[]): Column<Person>[] {
  const { t } = useTranslation()
  const figure = (
    key: string,
    header: string,
    width: string,
    of: (person: Person) => string,
  ): Column<Person> => ({
    key,
    header,
    width,
    align: 'right',
    render: (row) => <span className={classes.figure}>{of(row)}</span>,
  })
  const count = (value: number) => (value === 0 ? t('penalties.none') : String(value))
  const yuan = (fen: number) => (fen === 0 ? t('penalties.none') : formatYuan(fen))
  const isCapped = people.some(({ totals }) => totals.capTaken !== 0)
  const hasPoints = people.some(({ totals }) => totals.points !== 0)
  const columns: Column<Person>[] = [
    {
      key: 'person',
      header: t('penalties.column.person'),
      width: 'minmax(130px, 1fr)',
      render: ({ name, role }) => t('penalties.person', { name, role: t(`codes.role.${role as Role}`) }),
    },
    figure('money', t('penalties.column.money'), '100px', ({ totals }) => yuan(totals.money)),
    figure('shares', t('penalties.column.ofWhichShares'), '92px', ({ totals }) => yuan(totals.managerShares)),
    figure('cap', t('penalties.column.capTaken'), '92px', ({ totals }) => yuan(totals.capTaken)),
    figure('points', t('penalties.column.points'), '64px', ({ totals }) => count(totals.points)),
    figure('reports', t('penalties.column.reports'), '72px', ({ totals }) => count(totals.reports)),
    figure('suspensions', t('penalties.column.suspensions'), '88px', ({ totals }) =>
      count(totals.suspensions),
    ),
  ]
  return columns.filter(({ key }) => (key !== 'cap' || isCapped) && (key !== 'points' || hasPoints))
}
