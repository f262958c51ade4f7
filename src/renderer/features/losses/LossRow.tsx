import { useTranslation } from 'react-i18next'
import { GradeBadge } from '../../ui/marks/GradeBadge.tsx'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { Cut, Quiet, TwoLineRow } from '../../ui/lists/TwoLineRow.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import type { Loss } from './loss.ts'

/** One application in two lines: who and why, and what was said last. */
export function LossRow({ loss }: { readonly loss: Loss }) {
  const { t } = useTranslation()
  const dates = useDates()
  const details = [loss.competitor, loss.note].filter(Boolean).join(' · ')
  return (
    <TwoLineRow
      before={<GradeBadge grade={loss.grade} />}
      first={
        <>
          <strong>{loss.customerName}</strong>
          <Quiet>{loss.model}</Quiet>
          <Tag tone="warn">{t(`codes.lossReason.${loss.reason}`)}</Tag>
          <Cut>{details}</Cut>
        </>
      }
      second={
        <>
          <Quiet>{t('losses.appliedBy', { name: loss.appliedBy, on: dates.near(loss.appliedOn) })}</Quiet>
          <Cut>{loss.lastContent || t('losses.noContent')}</Cut>
        </>
      }
    />
  )
}
