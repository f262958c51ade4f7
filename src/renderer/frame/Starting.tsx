import { Center, Loader, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** The moment before the store is open. */
export function Starting() {
  const { t } = useTranslation()
  return (
    <Center h="100%" role="status" style={{ gap: 12 }}>
      <Loader size="sm" aria-hidden />
      <Text c="dimmed">{t('session.starting')}</Text>
    </Center>
  )
}
