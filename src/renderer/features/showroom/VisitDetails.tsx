import { Button, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { GradeBadge } from '../../ui/marks/GradeBadge.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { LinkButton } from '../../ui/page/LinkButton.tsx'
import { Phone } from '../../ui/marks/Phone.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { useWords } from '../../ui/words/use-words.ts'
import classes from './Showroom.module.css'
import { VisitTags } from './use-visit-columns.tsx'
import type { VisitActs } from './use-visit-acts.ts'
import { isWaiting, type Visit } from './visit.ts'

/** One line of the register in full, and the keys of what can be done with it. */
export function VisitDetails({ visit, acts }: { readonly visit: Visit; readonly acts: VisitActs }) {
  const { t } = useTranslation()
  const dates = useDates()
  const words = useWords()
  const facts: readonly (readonly [string, string | null])[] = [
    [t('showroom.arrived'), visit.arrivedTime],
    [t('showroom.left'), visit.leftTime],
    [t('showroom.occasion'), t(`codes.visitOccasion.${visit.occasion}`)],
    [t('showroom.partySize'), String(visit.partySize)],
    [t('codes.field.plate'), visit.plate],
    [t('codes.field.model'), visit.model],
    [t('showroom.valid'), t(visit.withIntent ? 'showroom.withIntent' : 'showroom.withoutIntent')],
    [t('showroom.orderedOnSpot'), visit.orderedOnSpot ? t('common.yes') : null],
    [
      t('showroom.testDrive'),
      visit.testDrive ? [t('common.yes'), visit.agreementNumber].filter(Boolean).join(' · ') : null,
    ],
    [t('codes.field.remark'), visit.remark],
    [t('showroom.cardedOn'), visit.cardedOn && dates.withWeekday(visit.cardedOn)],
    [
      t('showroom.registeredBy'),
      visit.registeredByName &&
        [visit.registeredByName, visit.registeredAt !== null && dates.time(visit.registeredAt)]
          .filter(Boolean)
          .join(' '),
    ],
  ]
  const { abilities } = visit
  return (
    <div className={classes.details}>
      <div className={classes.head}>
        {visit.grade !== null && <GradeBadge grade={visit.grade} size="lg" />}
        <Title order={2} size="h3">
          {visit.callerName ?? visit.plate ?? t(`codes.visitKind.${visit.kind}`)}
        </Title>
        {visit.phone !== null && <Phone phone={visit.phone} icon />}
        <VisitTags visit={visit} />
      </div>
      <div className={classes.acts}>
        {acts.leave && (
          <Button onClick={acts.leave} loading={acts.leaving} rightSection={<KeyHint keys="l" />}>
            {t('showroom.leave')}
          </Button>
        )}
        {acts.card && (
          <Button
            onClick={acts.card}
            rightSection={<KeyHint keys="k" />}
            {...(acts.leave ? { variant: 'default' } : {})}
          >
            {t('showroom.makeCard')}
          </Button>
        )}
        {acts.edit && (
          <Button variant="default" onClick={acts.edit} rightSection={<KeyHint keys="e" />}>
            {t('showroom.complete')}
          </Button>
        )}
        {acts.handOver && (
          <Button variant="default" onClick={acts.handOver} rightSection={<KeyHint keys="h" />}>
            {t(visit.consultantId === null ? 'showroom.assign' : 'showroom.handOver')}
          </Button>
        )}
        {abilities.openCard && visit.customerId !== null && (
          <LinkButton
            to="/customers/$customerId"
            params={{ customerId: visit.customerId }}
            variant="default"
            rightSection={<KeyHint keys="o" />}
          >
            {t('showroom.openCard')}
          </LinkButton>
        )}
      </div>
      <p className={classes.receiver} data-tone={isWaiting(visit) ? 'warn' : undefined}>
        {visit.consultantName ?? (isWaiting(visit) ? t('showroom.waitingLong') : '')}
        {visit.assignedBy && ` · ${t(`codes.assignmentWay.${visit.assignedBy}`)}`}
        {visit.standsInForName && ` · ${t('showroom.standsInFor', { name: visit.standsInForName })}`}
      </p>
      {visit.missing.length > 0 && (
        <p className={classes.warn}>
          {t('showroom.stillMissing', {
            fields: visit.missing.map((field) => words.field(field)).join(t('ui.and')),
          })}
        </p>
      )}
      <dl className={classes.facts}>
        {visit.phone === null && visit.phoneMissing && (
          <>
            <dt>{t('showroom.phoneMissing')}</dt>
            <dd>{t(`codes.phoneMissingReason.${visit.phoneMissing}`)}</dd>
          </>
        )}
        {facts.map(
          ([label, value]) =>
            value !== null && (
              <div key={label} className={classes.fact}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </div>
  )
}
