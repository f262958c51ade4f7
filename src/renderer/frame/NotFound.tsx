import { IconMapOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/states/EmptyState.tsx'
import { FrameAround } from './Frame.tsx'

/** An address that leads nowhere; the way on is on the left. */
export function NotFound() {
  const { t } = useTranslation()
  return (
    <FrameAround>
      <EmptyState
        page
        icon={<IconMapOff size={36} stroke={1.2} aria-hidden />}
        title={t('frame.notFound')}
        hint={t('frame.notFoundHint')}
      />
    </FrameAround>
  )
}
