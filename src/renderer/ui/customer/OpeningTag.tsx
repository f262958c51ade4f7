import { useTranslation } from 'react-i18next'
import { Tag } from '../marks/StatusBadge.tsx'
import type { CardOpportunity } from './card.ts'

/** 首轮跟进 2/3，暂定级: which of the opening days comes next, and whether the grade is still provisional. Nothing outside it. */
export function OpeningTag({ opening }: { readonly opening: CardOpportunity['opening'] }) {
  const { t } = useTranslation()
  if (!opening) return null
  const { step, of, provisional } = opening
  const words = [
    step > 0 ? t('customers.opening', { step, of }) : t('customers.openingWaits'),
    provisional && t('customers.provisional'),
  ]
  return <Tag tone={provisional ? 'warn' : 'info'}>{words.filter(Boolean).join(t('ui.and'))}</Tag>
}
