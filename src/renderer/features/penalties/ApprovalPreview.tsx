import { useTranslation } from 'react-i18next'
import { formatYuan } from '#shared/domain/money.ts'
import type { CallOutput } from '../../api/calls.ts'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { useWords } from '../../ui/words/use-words.ts'
import { Why } from '../../ui/Why.tsx'
import classes from './Penalties.module.css'
import { keyOfOccasion, type Occasion } from './penalty.ts'
import { useAmounts } from './use-amounts.ts'

interface ApprovalPreviewProps {
  readonly preview: CallOutput<'penalties.preview'> | undefined
  readonly failure: unknown
  readonly count: number
}

/** What approval would enter into the ledger: number, items, amounts, the manager's share, what the cap takes off. */
export function ApprovalPreview({ preview, failure, count }: ApprovalPreviewProps) {
  const { t } = useTranslation()
  const amounts = useAmounts()
  if (count === 0) return <EmptyState title={t('penalties.previewEmpty')} />
  if (failure && !preview) return <ErrorState error={failure} />
  if (!preview) return <LoadingRows rows={4} />
  return (
    <div className={classes.scroll}>
      <p className={classes.hint}>{t('penalties.previewHint')}</p>
      <p className={classes.totals} aria-live="polite">
        {amounts.totals(preview.totals)}
      </p>
      <ol className={classes.entries}>
        {preview.entries.map((each) => (
          <PreviewEntry key={keyOfOccasion(each)} entry={each} />
        ))}
      </ol>
    </div>
  )
}

function PreviewEntry({ entry }: { readonly entry: Occasion }) {
  const { t } = useTranslation()
  const dates = useDates()
  const words = useWords()
  const amounts = useAmounts()
  const { staffName, on, unit, manager } = entry
  return (
    <li className={classes.entry}>
      <div className={classes.line}>
        <strong>{staffName}</strong>
        <span>{dates.withWeekday(on)}</span>
        <span>{t(`codes.ladder.${entry.ladder}`)}</span>
        <span>{t('penalties.occasion', { number: entry.occasion })}</span>
        <span className={classes.gap} />
        <Why reasons={entry.reasons} about={`${staffName} ${dates.withWeekday(on)}`} />
      </div>
      <div className={classes.line}>
        <span>{amounts.label(entry.label)}</span>
        {unit === 'none' ? (
          <span className={classes.quiet}>{t('penalties.items', { count: entry.items })}</span>
        ) : (
          <span className={classes.quiet}>
            {t('penalties.perItem', { count: entry.items, amount: amounts.amount(entry.perItem, unit) })}
          </span>
        )}
        {entry.consequences.map((one) => (
          <Tag key={one} tone={one === 'suspension' ? 'danger' : 'warn'}>
            {t(`codes.consequence.${one}`)}
          </Tag>
        ))}
        <span className={classes.gap} />
        <strong className={classes.money}>{amounts.amount(entry.amount, unit)}</strong>
      </div>
      {entry.capTaken > 0 && (
        <div className={classes.capped}>
          {t('penalties.capTaken', { amount: formatYuan(entry.capTaken) })}
        </div>
      )}
      {manager && entry.managerShare + entry.managerCapTaken > 0 && (
        <div className={classes.line}>
          <span className={classes.quiet}>
            {t('penalties.share', { name: manager.name, amount: formatYuan(entry.managerShare) })}
          </span>
          {entry.managerCapTaken > 0 && (
            <span className={classes.capped}>
              {t('penalties.capTaken', { amount: formatYuan(entry.managerCapTaken) })}
            </span>
          )}
        </div>
      )}
      {entry.obstacles.length > 0 && (
        <div className={classes.obstacle}>
          <strong>{t('penalties.waits')}</strong>
          {entry.obstacles.map((each) => (
            <p key={JSON.stringify(each)}>{words.reason(each)}</p>
          ))}
        </div>
      )}
    </li>
  )
}
