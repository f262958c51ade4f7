import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UpdateStatus } from '#shared/contract/update-status.ts'
import { useQuery } from '../../api/use-query.ts'
import { useCan } from '../../api/use-session.ts'
import { useUpdate } from '../../api/use-update.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { UpdateSourceForm } from './UpdateSourceForm.tsx'

const mebibyte = 2 ** 20
/** States in which looking again makes sense. */
const canLook = (status: UpdateStatus) =>
  ['off', 'current', 'available', 'failed', 'not_installed'].includes(status.state)

/** Whether there is a newer version, where it comes from, and the two acts that bring it here. */
export function Updates() {
  const { t } = useTranslation()
  const dates = useDates()
  const { data } = useQuery('updates.source')
  const may = useCan('update.manage')
  const { status, act } = useUpdate()
  const [isAsking, setIsAsking] = useState(false)
  if (!data || !status) return null
  const version = status.version ?? ''
  const size = status.size === null ? t('updates.unknownSize') : `${Math.ceil(status.size / mebibyte)} MB`
  const state = data.source === null ? 'off' : status.state
  return (
    <Stack gap="sm" align="flex-start">
      {may ? (
        <UpdateSourceForm key={data.source} source={data.source} onSet={() => void act('check')} />
      ) : (
        <Text>{data.source ?? t('updates.sourceNone')}</Text>
      )}
      {data.source !== null && (
        <>
          <div role="status">
            {state !== 'off' && <Text>{t(`updates.states.${state}`, { version, size })}</Text>}
            <Text size="xs" c="dimmed">
              {status.checkedAt === null
                ? t('updates.never')
                : t('updates.checkedAt', { at: dates.moment(status.checkedAt) })}
            </Text>
          </div>
          {status.problem && (
            <Alert color="orange" role="alert">
              {t(`updates.problems.${status.problem}`)}
            </Alert>
          )}
          {state === 'downloading' && (
            <Progress
              w="100%"
              value={status.done * 100}
              aria-label={t('updates.progress', { percent: Math.floor(status.done * 100) })}
            />
          )}
          <Group gap="xs">
            {canLook(status) && (
              <Button variant="default" onClick={() => void act('check')}>
                {t('updates.check')}
              </Button>
            )}
            {(state === 'available' || (state === 'failed' && version !== '')) && (
              <Button onClick={() => void act('download')}>{t('updates.download', { version })}</Button>
            )}
            {state === 'ready' && (
              <Button onClick={() => setIsAsking(true)}>{t('updates.install', { version })}</Button>
            )}
          </Group>
        </>
      )}
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setIsAsking(false)}
        title={t('updates.installTitle', { version })}
        confirmLabel={t('updates.install', { version })}
        onConfirm={() => {
          setIsAsking(false)
          void act('install')
        }}
      >
        {t('updates.installHint')}
      </ConfirmDialog>
    </Stack>
  )
}
