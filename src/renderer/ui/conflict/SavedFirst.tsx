import { Alert } from '@mantine/core'
import { IconArrowsLeftRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface SavedFirstProps {
  /** The fields in which the versions part; without any, both can be kept as they are. */
  readonly fields: readonly unknown[]
  readonly children: ReactNode
}

/** Somebody saved the same record first: what that changed, and what can be done. */
export function SavedFirst({ fields, children }: SavedFirstProps) {
  const { t } = useTranslation()
  return (
    <Alert
      color="orange"
      variant="light"
      p="sm"
      role="alert"
      icon={<IconArrowsLeftRight size={16} aria-hidden />}
      title={t('customers.conflict.title')}
    >
      {fields.length === 0 && t('customers.conflict.nothingShared')}
      {children}
    </Alert>
  )
}
