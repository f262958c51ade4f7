import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'

export function MeetingPage() {
  const { t } = useTranslation()
  return <EmptyState page title={t('meeting.title')} />
}
