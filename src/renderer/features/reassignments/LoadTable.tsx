import { Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../api/calls.ts'
import { useDates } from '../../ui/words/use-dates.ts'
import classes from './Reassign.module.css'

/** The same as the charts in numbers: a line a day, a column a receiver; what changes is written out. */
export function LoadTable({ load }: { readonly load: CallOutput<'reassignments.preview'>['load'] }) {
  const { t } = useTranslation()
  const dates = useDates()
  const [first] = load
  return (
    <div className={classes.numbers} tabIndex={0} role="region" aria-label={t('reassignments.asTable')}>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('reassignments.day')}</Table.Th>
            {load.map(({ staffId, name }) => (
              <Table.Th key={staffId}>{name}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {first?.days.map(({ on }, i) => (
            <Table.Tr key={on}>
              <Table.Th scope="row">{dates.withWeekday(on)}</Table.Th>
              {load.map(({ staffId, days, daysBefore }) => {
                const [before, after] = [daysBefore[i]?.count ?? 0, days[i]?.count ?? 0]
                return (
                  <Table.Td key={staffId}>
                    {before === after ? (
                      <span className={classes.quiet}>{after}</span>
                    ) : (
                      t('reassignments.beforeAfter', { before, after })
                    )}
                  </Table.Td>
                )
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
