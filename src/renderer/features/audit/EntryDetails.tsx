import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { useQuery } from '../../api/use-query.ts'
import type { AuditEntry } from './audit-entry.ts'
import classes from './EntryDetails.module.css'
import { readChanges, type RowChange } from './read-changes.ts'
import { useCallWords } from '../../ui/words/use-call-words.ts'
import { useRowWords } from './use-row-words.ts'

/** An instant as the store keeps it, epoch milliseconds. */
const instant = /^\d{13}$/

/** One entry: who, when, why, and row by row what it changed from and to. */
export function EntryDetails({ entry }: { readonly entry: AuditEntry }) {
  const { t } = useTranslation()
  const dates = useDates()
  const callWords = useCallWords()
  const rowWords = useRowWords()
  const changes = readChanges(entry.changes)
  return (
    <div className={classes.root}>
      <h2 className={classes.title}>{callWords(entry.call)}</h2>
      <Text c="dimmed">
        {t('audit.entry', {
          sequence: entry.sequence,
          who: entry.staffName ?? t('audit.byItself'),
          at: dates.moment(entry.at),
        })}{' '}
        {entry.clockSuspect && <Tag tone="warn">{t('audit.clockSuspect')}</Tag>}
      </Text>
      {entry.reason && <p className={classes.reason}>{entry.reason}</p>}
      {changes.kind === 'rows' ? (
        changes.rows.map((row, index) => <Change key={index} row={row} />)
      ) : (
        <>
          <Text>{t('audit.bulk')}</Text>
          <table className={classes.fields}>
            <tbody>
              {changes.counts.map(({ table, written, removed }) => (
                <tr key={table}>
                  <th scope="row">{rowWords.table(table)}</th>
                  <td>{t('audit.bulkRow', { written, removed })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {changes.kind === 'rows' && changes.rows.length === 0 && <Text c="dimmed">{t('audit.nothing')}</Text>}
    </div>
  )
}

function Change({ row }: { readonly row: RowChange }) {
  const { t } = useTranslation()
  const rowWords = useRowWords()
  const dates = useDates()
  const people = useQuery('staff.list', { limit: 500 })
  const say = (name: string, value: string) =>
    name.endsWith('At') && instant.test(value)
      ? dates.moment(Number(value))
      : (people.data?.rows.find(({ staffId }) => staffId === value)?.name ?? value)
  const did = row.before === null ? 'added' : row.after === null ? 'removed' : 'changed'
  return (
    <section className={classes.change}>
      <h3 className={classes.table}>
        {rowWords.table(row.table)} <Tag tone={did === 'removed' ? 'warn' : 'quiet'}>{t(`audit.${did}`)}</Tag>
      </h3>
      <table className={classes.fields}>
        <thead className={classes.heads}>
          <tr>
            <th scope="col">{t('audit.field')}</th>
            <th scope="col">{t('audit.before')}</th>
            <th scope="col">{t('audit.after')}</th>
          </tr>
        </thead>
        <tbody>
          {row.fields.map(({ name, before, after }) => (
            <tr key={name}>
              <th scope="row">{rowWords.column(name)}</th>
              <td>{say(name, before)}</td>
              <td>{say(name, after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
