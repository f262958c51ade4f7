import { useTranslation } from 'react-i18next'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import type { Line } from './leave.ts'

/** How a line was resolved, in a word and its date. */
export function LineWay({ line: { way, movedTo, coveredBy, resolved } }: { readonly line: Line }) {
  const { t } = useTranslation()
  const dates = useDates()
  if (!resolved) return <Tag tone="warn">{t('leaves.left')}</Tag>
  if (coveredBy) return <Tag tone="info">{t('leaves.coveredBy', { name: coveredBy.name })}</Tag>
  if (way === null) return <Tag tone="quiet">{t('leaves.stays')}</Tag>
  const told = t(`codes.leaveWay.${way}`)
  return (
    <Tag tone={way === 'done_before' ? 'ok' : 'info'}>
      {movedTo ? t('leaves.moved', { way: told, on: dates.withWeekday(movedTo) }) : told}
    </Tag>
  )
}
