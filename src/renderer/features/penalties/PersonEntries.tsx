import { useTranslation } from 'react-i18next'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { Why } from '../../ui/Why.tsx'
import classes from './Penalties.module.css'
import type { MonthSheet } from './penalty.ts'
import { useAmounts } from './use-amounts.ts'

/** What one person bears in the month, line by line. */
export function PersonEntries({ person }: { readonly person: MonthSheet['people'][number] }) {
  const { t } = useTranslation()
  const dates = useDates()
  const amounts = useAmounts()
  return (
    <div className={classes.scroll}>
      <h2 className={classes.name}>{t('penalties.entriesOf', { name: person.name })}</h2>
      <p className={classes.totals}>{amounts.totals(person.totals)}</p>
      <ol className={classes.entries}>
        {person.entries.map((entry) => (
          <li key={entry.entryId} className={classes.entry}>
            <div className={classes.line}>
              <span>{dates.withWeekday(entry.on)}</span>
              <span>{t(`codes.ladder.${entry.ladder}`)}</span>
              <span>{t('penalties.occasion', { number: entry.occasion })}</span>
              {entry.part !== 'own' && <Tag tone="info">{t(`codes.penaltyPart.${entry.part}`)}</Tag>}
              {entry.staffId !== entry.ofStaffId && (
                <span className={classes.quiet}>{entry.ofStaffName}</span>
              )}
              {entry.reversedBy !== null && <Tag tone="quiet">{t('penalties.reversed')}</Tag>}
              <span className={classes.gap} />
              <strong className={classes.money}>{amounts.amount(entry.amount, entry.unit)}</strong>
              <Why reasons={entry.reasons} about={`${person.name} ${dates.withWeekday(entry.on)}`} />
            </div>
            {entry.consequences.length > 0 && (
              <div className={classes.line}>
                {entry.consequences.map((each) => (
                  <Tag key={each} tone={each === 'suspension' ? 'danger' : 'warn'}>
                    {t(`codes.consequence.${each}`)}
                  </Tag>
                ))}
              </div>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}
