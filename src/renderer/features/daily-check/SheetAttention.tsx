import { useTranslation } from 'react-i18next'
import { useDates } from '../../ui/words/use-dates.ts'
import { useWords } from '../../ui/words/use-words.ts'
import { groupAttention, keyOfAttention, type AttentionLine } from './attention.ts'
import classes from './SignedSheet.module.css'

/** What needed attention when it was signed, on paper. Draws nothing for none, as sheets of before have none. */
export function SheetAttention({ lines }: { readonly lines: readonly AttentionLine[] }) {
  const { t } = useTranslation()
  const dates = useDates()
  const words = useWords()
  if (lines.length === 0) return null
  const title = t('dailyCheck.attention.title')
  return (
    <section>
      <h2>{t('dailyCheck.sheetLines', { figure: title, count: lines.length })}</h2>
      <table className={classes.lines}>
        <colgroup>
          <col style={{ width: '12%' }} />
          <col style={{ width: '9%' }} />
          <col style={{ width: '10%' }} />
          <col style={{ width: '9%' }} />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('dailyCheck.book.kind')}</th>
            <th scope="col">{t('dailyCheck.consultant')}</th>
            <th scope="col">{t('dailyCheck.field.customer')}</th>
            <th scope="col">{t('dailyCheck.field.on')}</th>
            <th scope="col">{t('dailyCheck.field.reasons')}</th>
          </tr>
        </thead>
        <tbody>
          {groupAttention(lines, false).flatMap((group) =>
            group.lines.map((line) => (
              <tr key={keyOfAttention(line)} data-attention>
                <td>{t(`codes.attention.${line.kind}`)}</td>
                <td>{line.staffName}</td>
                <td>{line.customerName}</td>
                <td>{dates.short(line.on)}</td>
                <td>{line.reasons.map(words.reason).join(t('ui.and'))}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  )
}
