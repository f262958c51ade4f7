import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'

export function OwnershipPage() {
  const { t } = useTranslation()
  return <EmptyState page title={t('ownership.title')} />
}
