import { useTranslation } from 'react-i18next'
import { useCan } from '../../api/use-session.ts'
import { LinkButton } from '../../ui/page/LinkButton.tsx'
import { StatusBadge, Tag } from '../../ui/marks/StatusBadge.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { Reasons } from '../../ui/Why.tsx'
import { ExpectedPenalty } from './ExpectedPenalty.tsx'
import { isUnsettled, type Violation } from './violation.ts'
import classes from './ViolationsPage.module.css'

/** Why it was raised, by which rule and version, and what was said and decided about it since. */
export function ViolationDetails({ violation }: { readonly violation: Violation }) {
  const { t } = useTranslation()
  const dates = useDates()
  const previews = useCan('penalty.preview')
  const { kind, status, customerId, customerName, ladder, decidedBy, decidedAt, objection } = violation
  return (
    <div className={classes.details}>
      <header className={classes.detailsHead}>
        <h2>{t(`codes.violationKind.${kind}`)}</h2>
        <StatusBadge violation={status} />
        {customerId !== null && (
          <LinkButton to="/customers/$customerId" params={{ customerId }} variant="default" ml="auto">
            {customerName ?? t('violations.openCustomer')}
          </LinkButton>
        )}
      </header>
      <dl className={classes.facts}>
        <dt>{t('violations.on')}</dt>
        <dd>{dates.full(violation.on)}</dd>
        <dt>{t('violations.person')}</dt>
        <dd>{violation.staffName}</dd>
        {violation.managerName !== null && (
          <>
            <dt>{t('violations.manager')}</dt>
            <dd>{violation.managerName}</dd>
          </>
        )}
        <dt>{t('violations.ladder')}</dt>
        <dd>{ladder === null ? t('violations.noLadder') : t(`codes.ladder.${ladder}`)}</dd>
        <dt>{t('violations.rule')}</dt>
        <dd>
          {violation.ruleId} · {t('violations.policyVersion', { version: violation.policyVersion })}
        </dd>
      </dl>
      <section>
        <h3>{t('violations.inputs')}</h3>
        <Reasons reasons={violation.reasons} />
      </section>
      {previews && isUnsettled(violation) && <ExpectedPenalty violationId={violation.violationId} />}
      {objection !== null && (
        <section>
          <h3>{t('violations.objection')}</h3>
          <p className={classes.said}>{objection}</p>
          <p className={classes.quiet}>
            {violation.objectedAt !== null &&
              t('violations.objectedAt', { at: dates.moment(violation.objectedAt) })}
            {violation.objectionRecordingId !== null && ` · ${t('violations.withRecording')}`}
          </p>
        </section>
      )}
      {decidedBy !== null && decidedAt !== null && (
        <section>
          <h3>{t('violations.decision')}</h3>
          {violation.decisionReason && <p className={classes.said}>{violation.decisionReason}</p>}
          <p className={classes.quiet}>
            {t('violations.decided', { by: decidedBy, at: dates.moment(decidedAt) })}
          </p>
          {violation.suspensionLowered && <Tag tone="info">{t('violations.lowered')}</Tag>}
        </section>
      )}
      {violation.entryId !== null && (
        <section className={classes.line}>
          <span>{t('violations.entry')}</span>
          <LinkButton to="/penalties" variant="default">
            {t('violations.openLedger')}
          </LinkButton>
        </section>
      )}
    </div>
  )
}
