import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DueDate } from '../../ui/marks/DueDate.tsx'
import { GradeBadge } from '../../ui/marks/GradeBadge.tsx'
import { Phone } from '../../ui/marks/Phone.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import classes from './InstructionPane.module.css'
import type { InstructionLine } from './lines.ts'

/** Three lines about a colleague's customer, for whoever helps him: what he wants, what was said, what comes. */
export function Briefing({ line }: { readonly line: InstructionLine }) {
  const { t } = useTranslation()
  const dates = useDates()
  const { customerName, phone, grade, model, expectedPurchaseDate, lastContactOn, lastResult, lastContent } =
    line
  const { ownerName, nextPlan } = line.instruction
  const wants = [
    model ?? t('common.none'),
    expectedPurchaseDate && `${t('codes.field.expectedPurchaseDate')} ${dates.short(expectedPurchaseDate)}`,
  ]
  const last = [
    lastContactOn && dates.short(lastContactOn),
    lastResult && t(`codes.result.${lastResult}`),
    lastContent,
  ]
  return (
    <section className={classes.briefing} aria-label={t('instructions.briefing')}>
      <div className={classes.briefingHead}>
        <GradeBadge grade={grade} size="lg" />
        <Title order={2}>{customerName ?? t('common.unknown')}</Title>
        <Phone phone={phone} icon />
      </div>
      <p className={classes.quiet}>{t('instructions.briefingOwner', { name: ownerName })}</p>
      <dl className={classes.facts}>
        <dt>{t('instructions.wants')}</dt>
        <dd>{wants.filter(Boolean).join(' · ')}</dd>
        <dt>{t('instructions.lastContact')}</dt>
        <dd>{last.some(Boolean) ? last.filter(Boolean).join(' · ') : t('instructions.neverContacted')}</dd>
        <dt>{t('instructions.nextPlan')}</dt>
        <dd>
          {nextPlan ? (
            <>
              <DueDate on={nextPlan.on} /> · {t(`codes.channel.${nextPlan.channel}`)}
              {nextPlan.purpose && ` · ${nextPlan.purpose}`}
            </>
          ) : (
            t('instructions.noPlan')
          )}
        </dd>
      </dl>
    </section>
  )
}
