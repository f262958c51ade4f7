import { Button } from '@mantine/core'
import { IconMicrophone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { desktop } from '../../api/desktop.ts'
import { useCommand } from '../../api/use-command.ts'
import { FailureAlert } from '../FailureAlert.tsx'
import { toast } from '../toast.ts'
import { useDates } from '../use-dates.ts'

interface AttachRecordingProps {
  readonly followUpId: string
  readonly on: BusinessDate
  /** The contact counts only with a recording. */
  readonly isWaited?: boolean
}

/** Asks for a file and links it to a contact; says whether the contact counts now. */
export function AttachRecording({ followUpId, on, isWaited = false }: AttachRecordingProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const attach = useCommand('recordings.attach')
  const choose = async () => {
    const path = await desktop.call('pickFile', { kind: 'recording' })
    if (path === null) return
    const done = await attach.run({ followUpId, path })
    if (done.ok)
      toast(t(isWaited && done.value.effective ? 'recordings.attachedEffective' : 'recordings.attached'))
  }
  return (
    <>
      <Button
        size="compact-xs"
        variant={isWaited ? 'light' : 'subtle'}
        leftSection={<IconMicrophone size={14} aria-hidden />}
        loading={attach.pending}
        title={t('recordings.attachHint')}
        aria-label={t('recordings.attachTo', { on: dates.short(on) })}
        onClick={() => void choose()}
      >
        {t('recordings.attach')}
      </Button>
      <FailureAlert failure={attach.failure} act />
    </>
  )
}
