import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'

export function RectificationsPage() {
  const { t } = useTranslation()
  return <EmptyState page title={t('rectifications.title')} />
}
