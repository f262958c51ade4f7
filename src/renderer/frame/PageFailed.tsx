import { Button, Text } from '@mantine/core'
import { IconBug } from '@tabler/icons-react'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/states/EmptyState.tsx'

/** A screen that threw. The frame stays, and what was saved is safe. */
export function PageFailed({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation()
  return (
    <div role="alert">
      <EmptyState
        page
        icon={<IconBug size={36} stroke={1.2} aria-hidden />}
        title={t('frame.broken')}
        hint={t('frame.brokenHint')}
      >
        <Button onClick={reset}>{t('frame.reload')}</Button>
        <Text c="dimmed" size="xs">
          {error instanceof Error ? error.message : String(error)}
        </Text>
      </EmptyState>
    </div>
  )
}
