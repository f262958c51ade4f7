import { useTranslation } from 'react-i18next'
import type { Figure } from '#shared/domain/codes.ts'
import { useDates } from '../../ui/words/use-dates.ts'
import { useWords } from '../../ui/words/use-words.ts'
import { keyOfLine, type CheckLine } from './figures.ts'
import classes from './SignedSheet.module.css'

interface SheetLinesProps {
  readonly figure: Figure
  /** How many there are, whether all are drawn or not. */
  readonly count: number
  readonly lines: readonly CheckLine[]
}

/** The lines of one figure on paper. Draws nothing without lines. */
export function SheetLines({ figure, count, lines }: SheetLinesProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const words = useWords()
  if (lines.length === 0) return null
  return (
    <section>
      <h2>{t('dailyCheck.sheetLines', { figure: t(`codes.figure.${figure}`), count })}</h2>
      <table className={classes.lines}>
        <colgroup>
          <col style={{ width: '8%' }} />
          <col style={{ width: '9%' }} />
          <col style={{ width: '4%' }} />
          <col style={{ width: '10%' }} />
          <col style={{ width: '9%' }} />
          <col style={{ width: '9%' }} />
          <col style={{ width: '9%' }} />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('dailyCheck.consultant')}</th>
            <th scope="col">{t('dailyCheck.field.customer')}</th>
            <th scope="col">{t('dailyCheck.field.grade')}</th>
            <th scope="col">{t('dailyCheck.field.model')}</th>
            <th scope="col">{t('dailyCheck.field.on')}</th>
            <th scope="col">{t('dailyCheck.field.expected')}</th>
            <th scope="col">{t('dailyCheck.field.lastContact')}</th>
            <th scope="col">{t('dailyCheck.field.reasons')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={keyOfLine(line)} data-line>
              <td>{line.staffName}</td>
              <td>{line.customerName ?? t('dailyCheck.noCustomer')}</td>
              <td>{line.grade}</td>
              <td>{line.model}</td>
              <td>{dates.short(line.on)}</td>
              <td>{line.expectedPurchaseDate && dates.short(line.expectedPurchaseDate)}</td>
              <td>{line.lastContactOn && dates.short(line.lastContactOn)}</td>
              <td>{line.reasons.map(words.reason).join(t('ui.and'))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
