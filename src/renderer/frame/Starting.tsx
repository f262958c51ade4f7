import { Center, Loader, Progress, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useProgress } from '../api/desktop.ts'

/** The moment before the store is open. After an update it may take longer: then it is said why, and how far it has come. */
export function Starting() {
  const { t } = useTranslation()
  const counted = useProgress('store.open')
  const percent = counted && counted.total > 0 ? Math.floor((counted.done / counted.total) * 100) : null
  return (
    <Center h="100%" role="status" style={{ gap: 12 }}>
      {percent === null ? (
        <>
          <Loader size="sm" aria-hidden />
          <Text c="dimmed">{t('session.starting')}</Text>
        </>
      ) : (
        <Stack gap="sm" w={480} maw="90%">
          <Text c="dimmed" ta="center">
            {t('session.counting', { percent })}
          </Text>
          <Progress value={percent} aria-label={t('session.starting')} />
        </Stack>
      )}
    </Center>
  )
}
