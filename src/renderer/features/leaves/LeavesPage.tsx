import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'

export function LeavesPage() {
  const { t } = useTranslation()
  return <EmptyState page title={t('leaves.title')} />
}
