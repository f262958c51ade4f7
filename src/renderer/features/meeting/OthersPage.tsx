import { useTranslation } from 'react-i18next'
import { useDates } from '../../ui/words/use-dates.ts'
import { useWords } from '../../ui/words/use-words.ts'
import type { AgendaPage, Violation } from './agenda.ts'
import { Violations } from './CustomerParts.tsx'
import classes from './Meeting.module.css'

interface OthersPageProps {
  readonly page: AgendaPage
  readonly violations: readonly Violation[]
}

/** What a consultant has to answer for that has no customer's card: visits not yet carded, leaves, reports, signs. */
export function OthersPage({ page, violations }: OthersPageProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const words = useWords()
  const entries = [
    ...page.lines.map((line) => ({
      key: `${line.figure} ${line.customerName} ${line.on}`,
      name: t(`codes.figure.${line.figure}`),
      who: [line.customerName ?? t('meeting.noCard'), line.model].filter(Boolean).join(' · '),
      ...line,
    })),
    ...page.attention.map((each) => ({
      key: `${each.kind} ${each.refId} ${each.on}`,
      name: t(`codes.attention.${each.kind}`),
      who: '',
      ...each,
    })),
  ]
  return (
    <article className={classes.column} tabIndex={0} role="group" aria-label={t('meeting.others')}>
      <h2 className={classes.name}>
        {page.staffName} · {t('meeting.others')}
      </h2>
      <div className={classes.entries}>
        {entries.map(({ key, name, who, on, reasons }) => (
          <div key={key} className={classes.entry}>
            <p className={classes.entryHead}>
              <strong className={classes.matter}>{name}</strong>
              <span>{who}</span>
              <span className={classes.quiet}>{dates.near(on)}</span>
            </p>
            {reasons.map((each) => (
              <p key={`${each.code} ${JSON.stringify(each.data)}`}>{words.reason(each)}</p>
            ))}
          </div>
        ))}
      </div>
      <Violations violations={violations} />
    </article>
  )
}
