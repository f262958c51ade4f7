import { Button, Table } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../api/calls.ts'
import { GradeBadge } from '../../ui/marks/GradeBadge.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { LoadPanes } from './LoadPanes.tsx'
import { LoadTable } from './LoadTable.tsx'
import classes from './Reassign.module.css'

type Preview = CallOutput<'reassignments.preview'>

/** What each receiver holds before and after by grade, what falls due anew, and the days to come. */
export function PreviewSummary({
  preview,
  fromName,
}: {
  readonly preview: Preview
  readonly fromName: string
}) {
  const { t } = useTranslation()
  const dates = useDates()
  const [numbers, setNumbers] = useState(false)
  const { load, overdue, dueAnew } = preview
  const grades = load[0]?.byGrade.map(({ grade }) => grade) ?? []
  const days = load[0]?.days.length ?? 0
  const change = ({ before, after }: { readonly before: number; readonly after: number }) =>
    before === after ? (
      <span className={classes.quiet}>{after}</span>
    ) : (
      t('reassignments.beforeAfter', { before, after })
    )
  return (
    <>
      <Table className={classes.summaryTable} withRowBorders>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('reassignments.to')}</Table.Th>
            <Table.Th>{t('reassignments.after')}</Table.Th>
            {grades.map((grade) => (
              <Table.Th key={grade}>
                <GradeBadge grade={grade} size="sm" />
              </Table.Th>
            ))}
            <Table.Th>{t('reassignments.dueAnew')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {load.map((each) => {
            const anew = dueAnew.find(({ staffId }) => staffId === each.staffId)
            return (
              <Table.Tr key={each.staffId}>
                <Table.Th scope="row">{each.name}</Table.Th>
                <Table.Td>{change(each)}</Table.Td>
                {each.byGrade.map((counts) => (
                  <Table.Td key={counts.grade}>{change(counts)}</Table.Td>
                ))}
                <Table.Td>
                  {anew ? (
                    t('reassignments.dueAnewOf', { count: anew.count, on: dates.withWeekday(anew.on) })
                  ) : (
                    <span className={classes.quiet}>{t('reassignments.dueAnewNone')}</span>
                  )}
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
      <ul className={classes.notes}>
        {overdue > 0 && <li>{t('reassignments.overdueHint', { count: overdue, name: fromName })}</li>}
        {load
          .filter(({ onDaysOff }) => onDaysOff > 0)
          .map(({ staffId, name, onDaysOff }) => (
            <li key={staffId}>{t('reassignments.onDaysOff', { name, count: onDaysOff })}</li>
          ))}
      </ul>
      <div className={classes.loadHead}>
        <h2 className={classes.head}>{t('reassignments.load', { days })}</h2>
        <span className={classes.legend}>
          <i data-of="now" aria-hidden /> {t('reassignments.now')} <i data-of="then" aria-hidden />{' '}
          {t('reassignments.afterwards')}
        </span>
        <Button size="compact-xs" variant="default" onClick={() => setNumbers(!numbers)}>
          {t(numbers ? 'reassignments.asChart' : 'reassignments.asTable')}
        </Button>
      </div>
      {numbers ? <LoadTable load={load} /> : <LoadPanes load={load} />}
    </>
  )
}
