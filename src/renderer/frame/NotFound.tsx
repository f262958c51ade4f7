import { IconMapOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/EmptyState.tsx'

export function NotFound() {
  const { t } = useTranslation()
  return (
    <EmptyState
      icon={<IconMapOff size={36} stroke={1.2} aria-hidden />}
      title={t('frame.notFound')}
      hint={t('frame.notFoundHint')}
    />
  )
}
