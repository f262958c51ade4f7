import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ExecutionProps } from '../../ui/ExecutionSlot.tsx'

/** Not written yet. */
export function ExecutionForm({ onCancel }: ExecutionProps) {
  const { t } = useTranslation()
  return <Button onClick={onCancel}>{t('common.cancel')}</Button>
}
