import { useTranslation } from 'react-i18next'
import { GradeBadge } from '../../ui/marks/GradeBadge.tsx'
import { LinkButton } from '../../ui/page/LinkButton.tsx'
import { formatPhone } from '../../ui/marks/Phone.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import classes from './Duplicates.module.css'
import type { MergePreview } from './pair.ts'

interface RecordHeadProps {
  readonly side: 'kept' | 'dropped'
  readonly record: MergePreview['kept']
}

/** Who one of the two records is: name, phones, owner, and when he was last met. */
export function RecordHead({ side, record }: RecordHeadProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const { name, grade, phones, ownerName, createdOn, lastContactOn, customerId } = record
  return (
    <section className={classes.head} data-side={side} aria-label={t(`duplicates.${side}Of`)}>
      <div className={classes.headLine}>
        <span className={classes.side}>{t(`duplicates.${side}`)}</span>
        {grade && <GradeBadge grade={grade} />}
        <b className={classes.name}>{name}</b>
      </div>
      <div>{phones.map(formatPhone).join(' · ')}</div>
      <div>{ownerName ? t('duplicates.owner', { name: ownerName }) : t('duplicates.nobody')}</div>
      <div className={classes.quiet}>{t('duplicates.created', { on: dates.short(createdOn) })}</div>
      <div className={classes.quiet}>
        {lastContactOn
          ? t('duplicates.lastContact', { on: dates.short(lastContactOn) })
          : t('duplicates.neverContacted')}
      </div>
      <LinkButton
        to="/customers/$customerId"
        params={{ customerId }}
        variant="subtle"
        size="compact-xs"
        aria-label={t('duplicates.openCardOf', { name })}
      >
        {t('duplicates.openCard')}
      </LinkButton>
    </section>
  )
}
