import { useTranslation } from 'react-i18next'
import { useWords } from '../../ui/words/use-words.ts'
import classes from './Rectifications.module.css'
import type { Report } from './report.ts'

interface ReportAboutProps {
  readonly violations: Report['violations']
  /** Said to the one who writes. */
  readonly hint: boolean
}

/** What a report is about: each violation with its customer and its facts. */
export function ReportAbout({ violations, hint }: ReportAboutProps) {
  const { t } = useTranslation()
  const words = useWords()
  return (
    <section>
      <h2 className={classes.heading}>{t('rectifications.about')}</h2>
      {hint && <p className={classes.quiet}>{t('rectifications.aboutHint')}</p>}
      <ul className={classes.about}>
        {violations.map(({ violationId, kind, customerName, reasons }) => (
          <li key={violationId}>
            <strong>
              {t(`codes.violationKind.${kind}`)}
              {customerName && ` · ${customerName}`}
            </strong>
            <span className={classes.quiet}>{reasons.map(words.reason).join(t('ui.and'))}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
