import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/use-session.ts'
import { PaperSheet, TrainingOnPaper } from '../../ui/paper/PaperSheet.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { useWords } from '../../ui/words/use-words.ts'
import type { Report } from './report.ts'
import classes from './ReportSheet.module.css'

/** 整改报告 as one document: head, violations, cause, measures, deadline, and the lines for signatures. */
export function ReportSheet({ report }: { readonly report: Report }) {
  const { t } = useTranslation()
  const { store } = useSession()
  const dates = useDates()
  const words = useWords()
  const { ladder, occasion, deadlineOn, writtenAt, reviewNote, reviewedBy } = report
  const facts = [
    [t('rectifications.paper.person'), report.staffName],
    [t('rectifications.paper.on'), dates.full(report.on)],
    [
      t('rectifications.paper.ladder'),
      t('rectifications.occasion', { ladder: t(`codes.ladder.${ladder}`), occasion }),
    ],
    [t('rectifications.paper.dueOn'), dates.full(report.dueOn)],
    [t('rectifications.paper.writtenAt'), writtenAt === null ? '—' : dates.moment(writtenAt)],
    [t('rectifications.paper.state'), t(`codes.rectificationStatus.${report.status}`)],
  ] as const
  const signatures = ['signPerson', 'signManager', 'signDirector'] as const
  return (
    <PaperSheet shape="upright" className={classes.sheet}>
      <header>
        <h1>{t('rectifications.paper.title')}</h1>
        <p className={classes.store}>
          {store.name}
          <TrainingOnPaper />
        </p>
      </header>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h2>{t('rectifications.paper.violations')}</h2>
      <table className={classes.violations}>
        <thead>
          <tr>
            <th scope="col">{t('rectifications.paper.kind')}</th>
            <th scope="col">{t('rectifications.paper.customer')}</th>
            <th scope="col">{t('rectifications.paper.why')}</th>
          </tr>
        </thead>
        <tbody>
          {report.violations.map(({ violationId, kind, customerName, reasons }) => (
            <tr key={violationId}>
              <td>{t(`codes.violationKind.${kind}`)}</td>
              <td>{customerName}</td>
              <td>{reasons.map(words.reason).join(t('ui.and'))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{t('rectifications.paper.cause')}</h2>
      <p className={classes.text}>{report.cause}</p>
      <h2>{t('rectifications.paper.measures')}</h2>
      <p className={classes.text}>{report.measures}</p>
      <p>
        <strong>{t('rectifications.paper.deadlineOn')}</strong> {deadlineOn ? dates.full(deadlineOn) : ''}
      </p>
      {reviewNote && (
        <p>
          <strong>{t('rectifications.paper.review')}</strong> {reviewNote} · {reviewedBy}
        </p>
      )}
      <footer className={classes.signatures}>
        {signatures.map((each) => (
          <div key={each}>
            <span>{t(`rectifications.paper.${each}`)}</span>
            <i />
            <span>{t('rectifications.paper.date')}</span>
            <i />
          </div>
        ))}
      </footer>
    </PaperSheet>
  )
}
