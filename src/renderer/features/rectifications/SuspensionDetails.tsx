import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import classes from './Rectifications.module.css'
import { ReportAbout } from './ReportAbout.tsx'
import { suspensionTone, type Suspension } from './report.ts'

interface SuspensionDetailsProps {
  readonly suspension: Suspension
  readonly onDecide: () => void
}

/** For which occasion it was proposed, and what the director decided. */
export function SuspensionDetails({ suspension, onDecide }: SuspensionDetailsProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const { status, ladder, occasion, from, until, decidedBy, decidedAt, note, abilities } = suspension
  return (
    <div className={classes.details}>
      <header className={classes.head}>
        <strong className={classes.name}>{suspension.staffName}</strong>
        <Tag tone={suspensionTone[status]}>{t(`codes.suspensionStatus.${status}`)}</Tag>
        <span className={classes.gap} />
        {abilities.decide && (
          <Button onClick={onDecide} rightSection={<KeyHint keys="d" />}>
            {t('rectifications.decide')}
          </Button>
        )}
        {!abilities.decide && status === 'proposed' && (
          <span className={classes.quiet}>{t('rectifications.directorDecides')}</span>
        )}
      </header>
      <div className={classes.body}>
        <dl className={classes.facts}>
          <dt>{t('rectifications.paper.ladder')}</dt>
          <dd>{t('rectifications.occasion', { ladder: t(`codes.ladder.${ladder}`), occasion })}</dd>
          <dt>{t('rectifications.paper.on')}</dt>
          <dd>{dates.full(suspension.on)}</dd>
          <dt>{t('rectifications.proposedOn')}</dt>
          <dd>{dates.full(suspension.proposedOn)}</dd>
          {from && until && (
            <>
              <dt>{t('rectifications.spanLabel')}</dt>
              <dd>{t('rectifications.span', { from: dates.full(from), until: dates.full(until) })}</dd>
            </>
          )}
          {decidedBy && decidedAt !== null && (
            <>
              <dt>{t('rectifications.decidedBy')}</dt>
              <dd>
                {decidedBy} · {dates.moment(decidedAt)}
              </dd>
            </>
          )}
          {note && (
            <>
              <dt>{t('rectifications.note')}</dt>
              <dd>{note}</dd>
            </>
          )}
        </dl>
        <ReportAbout violations={suspension.violations} hint={false} />
        {status === 'decided' && <p className={classes.quiet}>{t('rectifications.suspendHint')}</p>}
      </div>
    </div>
  )
}
