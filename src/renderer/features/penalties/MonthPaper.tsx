import { useTranslation } from 'react-i18next'
import type { Role } from '#shared/domain/codes.ts'
import { formatYuan } from '#shared/domain/money.ts'
import type { ReasonCode } from '#shared/reasons.ts'
import { PaperSheet, TrainingOnPaper } from '../../ui/paper/PaperSheet.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { useWords } from '../../ui/words/use-words.ts'
import type { MonthSheet, Totals } from './penalty.ts'
import classes from './MonthPaper.module.css'
import { useAmounts } from './use-amounts.ts'
import { useMonthOpen } from './use-month-open.ts'

/** The sheet itself: a line a person and the store, every entry with its reasons, and places to sign. */
export function MonthPaper({ sheet }: { readonly sheet: MonthSheet }) {
  const { t } = useTranslation()
  const { month, storeName, people, totals } = sheet
  const dashed = t('penalties.none')
  const yuan = (fen: number) => (fen === 0 ? dashed : formatYuan(fen))
  const count = (value: number) => (value === 0 ? dashed : value)
  const cells = (of: Totals) => (
    <>
      <td>{formatYuan(of.money)}</td>
      <td>{yuan(of.managerShares)}</td>
      <td>{yuan(of.capTaken)}</td>
      <td>{count(of.points)}</td>
      <td>{count(of.reports)}</td>
      <td>{count(of.suspensions)}</td>
    </>
  )
  return (
    <PaperSheet shape="landscape" className={classes.sheet}>
      <header className={classes.head}>
        <h1>{t('penalties.monthSheet', { month })}</h1>
        <span>
          {storeName}
          <TrainingOnPaper />
        </span>
      </header>
      <OpenOnPaper month={month} />
      {people.length === 0 && <p>{t('penalties.monthEmpty')}</p>}
      {people.length > 0 && (
        <table className={classes.people}>
          <thead>
            <tr>
              <th>{t('penalties.column.person')}</th>
              <th>{t('penalties.column.money')}</th>
              <th>{t('penalties.column.ofWhichShares')}</th>
              <th>{t('penalties.column.capTaken')}</th>
              <th>{t('penalties.column.points')}</th>
              <th>{t('penalties.column.reports')}</th>
              <th>{t('penalties.column.suspensions')}</th>
              <th className={classes.sign}>{t('penalties.signPerson')}</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.staffId}>
                <th scope="row">
                  {t('penalties.person', {
                    name: person.name,
                    role: t(`codes.role.${person.role as Role}`),
                  })}
                </th>
                {cells(person.totals)}
                <td />
              </tr>
            ))}
            <tr className={classes.total}>
              <th scope="row">{t('penalties.wholeStore')}</th>
              {cells(totals)}
              <td />
            </tr>
          </tbody>
        </table>
      )}
      {people.map((person) => (
        <EntriesOnPaper key={person.staffId} person={person} />
      ))}
      <Foot sheet={sheet} />
    </PaperSheet>
  )
}

/** Whoever signs a sheet of a month that is not complete reads it there. */
function OpenOnPaper({ month }: { readonly month: string }) {
  const { t } = useTranslation()
  const open = useMonthOpen(month)
  if (!open) return null
  const { unapproved, undecided } = open
  const parts = [
    unapproved > 0 && t('penalties.monthUnapproved', { count: unapproved }),
    undecided > 0 && t('penalties.monthUndecided', { count: undecided }),
  ]
  return (
    <p>
      {t('penalties.monthOpen')} {parts.filter(Boolean).join(t('penalties.between'))}
    </p>
  )
}

/** What the columns of number and consequences say already. */
const inColumns: readonly ReasonCode[] = [
  'penalty_first_occasion',
  'penalty_occasion',
  'penalty_occasion_shared',
  'penalty_no_amount',
  'penalty_report',
  'penalty_suspension',
]

function EntriesOnPaper({ person }: { readonly person: MonthSheet['people'][number] }) {
  const { t } = useTranslation()
  const dates = useDates()
  const words = useWords()
  const amounts = useAmounts()
  return (
    <section>
      <h2>{t('penalties.entriesOf', { name: person.name })}</h2>
      <table className={classes.lines}>
        <colgroup>
          <col style={{ width: '8%' }} />
          <col style={{ width: '13%' }} />
          <col style={{ width: '14%' }} />
          <col style={{ width: '7%' }} />
          <col style={{ width: '12%' }} />
          <col style={{ width: '14%' }} />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th>{t('penalties.column.on')}</th>
            <th>{t('penalties.column.part')}</th>
            <th>{t('penalties.column.label')}</th>
            <th>{t('penalties.column.occasion')}</th>
            <th className={classes.right}>{t('penalties.column.amount')}</th>
            <th>{t('penalties.column.consequences')}</th>
            <th>{t('penalties.column.why')}</th>
          </tr>
        </thead>
        <tbody>
          {person.entries.map((entry) => (
            <tr key={entry.entryId}>
              <td>{dates.short(entry.on)}</td>
              <td>
                {t(`codes.penaltyPart.${entry.part}`)}
                {entry.staffId !== entry.ofStaffId && ` · ${entry.ofStaffName}`}
              </td>
              <td>
                {t(`codes.ladder.${entry.ladder}`)} · {amounts.label(entry.label)}
              </td>
              <td>{entry.occasion}</td>
              <td className={classes.right}>{amounts.amount(entry.amount, entry.unit)}</td>
              <td>
                {entry.reversedBy !== null
                  ? t('penalties.reversed')
                  : entry.consequences
                      .map((each) => t(`codes.consequence.${each}`))
                      .join(t('penalties.between'))}
              </td>
              <td>
                {entry.reasons
                  .filter(({ code }) => !inColumns.includes(code))
                  .map(words.reason)
                  .join(t('penalties.between'))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Who signs, and what the law says where money is taken. */
function Foot({ sheet }: { readonly sheet: MonthSheet }) {
  const { t } = useTranslation()
  const amounts = useAmounts()
  const charged = sheet.people.flatMap(({ entries }) => entries).find(({ unit }) => unit === 'money')
  return (
    <footer className={classes.foot}>
      <div className={classes.signatures}>
        <span>{t('penalties.signManager')}</span>
        <span>{t('penalties.signDirector')}</span>
      </div>
      {charged && <p>{t('penalties.legalNote', { label: amounts.label(charged.label) })}</p>}
    </footer>
  )
}
