import { useTranslation } from 'react-i18next'
import { formatYuan } from '#shared/domain/money.ts'
import { useQuery } from '../../api/use-query.ts'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { Why } from '../../ui/Why.tsx'
import classes from './ViolationsPage.module.css'

/** What its approval would enter as things stand, so that the manager knows what he confirms. */
export function ExpectedPenalty({ violationId }: { readonly violationId: string }) {
  const { t } = useTranslation()
  const preview = useQuery('penalties.preview', { violationIds: [violationId] }, { keepLast: true })
  const entry = preview.data?.entries[0]
  if (!entry) return null
  const occasion = t('violations.expectedOccasion', { occasion: entry.occasion })
  return (
    <section>
      <h3>{t('violations.expected')}</h3>
      <div className={classes.line}>
        <span>{occasion}</span>
        {entry.unit === 'money' && <strong>{formatYuan(entry.amount)}</strong>}
        {entry.unit === 'points' && <strong>{t('penalties.points', { points: entry.amount })}</strong>}
        {entry.consequences.map((each) => (
          <Tag key={each} tone={each === 'suspension' ? 'danger' : 'warn'}>
            {t(`codes.consequence.${each}`)}
          </Tag>
        ))}
        <Why reasons={entry.reasons} about={occasion} />
      </div>
    </section>
  )
}
