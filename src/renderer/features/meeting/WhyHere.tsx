import { useTranslation } from 'react-i18next'
import { useDates } from '../../ui/words/use-dates.ts'
import { useWords } from '../../ui/words/use-words.ts'
import type { AgendaPage } from './agenda.ts'
import classes from './Meeting.module.css'

/** Why the page is discussed, in words: its figures, the loss that waits, what else the check puts before the supervisor. */
export function WhyHere({ page }: { readonly page: AgendaPage }) {
  const { t } = useTranslation()
  const dates = useDates()
  const words = useWords()
  // What the instructions say stands beside, with the others that are open.
  const lines = page.lines.filter(
    ({ figure }, index) =>
      figure !== 'unanswered' || page.lines.findIndex((line) => line.figure === figure) === index,
  )
  const said = (each: Parameters<typeof words.reason>[0]) => words.reason(each)
  return (
    <section>
      <h3>{t('meeting.why')}</h3>
      {lines.map((line) => (
        <div
          key={[line.figure, line.opportunityId, line.planId, line.followUpId, line.on].join(' ')}
          className={classes.entry}
        >
          <p className={classes.entryHead}>
            <strong className={classes.matter}>{t(`codes.figure.${line.figure}`)}</strong>
            <span className={classes.quiet}>{dates.near(line.on)}</span>
          </p>
          {(line.figure === 'unanswered' ? [] : line.reasons).map((each) => (
            <p key={`${each.code} ${JSON.stringify(each.data)}`}>{said(each)}</p>
          ))}
        </div>
      ))}
      {page.losses.map((loss) => (
        <div key={loss.opportunityId} className={classes.entry}>
          <p>
            <strong className={classes.matter}>{t('meeting.lossWaiting')}</strong>
          </p>
          <p>
            {t('meeting.lossSays', {
              on: dates.near(loss.appliedOn),
              name: loss.appliedBy,
              reason: [t(`codes.lossReason.${loss.reason}`), loss.competitor, loss.note]
                .filter(Boolean)
                .join(' · '),
            })}
          </p>
        </div>
      ))}
      {/* A violation stands on the right, where it is decided. */}
      {page.attention
        .filter(({ kind }) => kind !== 'violation_raised')
        .map((each) => (
          <div key={`${each.kind} ${each.refId} ${each.on}`} className={classes.entry}>
            <p className={classes.entryHead}>
              <strong className={classes.matter}>{t(`codes.attention.${each.kind}`)}</strong>
              <span className={classes.quiet}>{dates.near(each.on)}</span>
            </p>
            {each.reasons.map((one) => (
              <p key={`${one.code} ${JSON.stringify(one.data)}`}>{said(one)}</p>
            ))}
          </div>
        ))}
    </section>
  )
}
