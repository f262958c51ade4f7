import { useTranslation } from 'react-i18next'
import { useCan } from '../../api/use-session.ts'
import { Facts } from '../../ui/Facts.tsx'
import { DetailsPane } from '../../ui/lists/DetailsPane.tsx'
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
    <DetailsPane
      head={
        <>
          <h2>{t(`codes.violationKind.${kind}`)}</h2>
          <StatusBadge violation={status} />
          {customerId !== null && (
            <LinkButton to="/customers/$customerId" params={{ customerId }} variant="default" ml="auto">
              {customerName ?? t('violations.openCustomer')}
            </LinkButton>
          )}
        </>
      }
    >
      <Facts
        facts={[
          [t('violations.on'), dates.full(violation.on)],
          [t('violations.person'), violation.staffName],
          [t('violations.manager'), violation.managerName],
          [t('violations.ladder'), ladder === null ? t('violations.noLadder') : t(`codes.ladder.${ladder}`)],
          [
            t('violations.rule'),
            `${violation.ruleId} · ${t('violations.policyVersion', { version: violation.policyVersion })}`,
          ],
        ]}
      />
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
    </DetailsPane>
  )
}
