import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Reason } from '#shared/reasons.ts'
import { desktop } from '../../api/desktop.ts'
import type { ShownFailure } from '../../api/failure.ts'
import { useCommand } from '../../api/use-command.ts'
import { toast } from '../toast.ts'
import type { PlayableRecording } from './RecordingPlayer.tsx'

/** What the time line knows of a contact and its recordings. */
export interface RecordedContact {
  readonly followUpId: string
  readonly contactedOn: BusinessDate
  readonly recordings: readonly PlayableRecording[]
  readonly effective: { readonly reasons: readonly Reason[] }
}

export interface Attaching {
  readonly contact: RecordedContact
  readonly may: boolean
  /** The contact counts only with a recording. */
  readonly isWaited: boolean
  readonly pending: boolean
  readonly failure: ShownFailure | null
  readonly choose: () => Promise<void>
}

/** Asks for a file and links it to a contact; says whether the contact counts now. */
export function useAttaching(contact: RecordedContact, may: boolean): Attaching {
  const { t } = useTranslation()
  const attach = useCommand('recordings.attach')
  const { followUpId, effective } = contact
  const isWaited = effective.reasons.some(({ code }) => code === 'not_effective_late_recorded')
  const choose = async () => {
    const path = await desktop.call('pickFile', { kind: 'recording' })
    if (path === null) return
    const done = await attach.run({ followUpId, path })
    if (done.ok)
      toast(t(isWaited && done.value.effective ? 'recordings.attachedEffective' : 'recordings.attached'))
  }
  return { contact, may, isWaited, choose, pending: attach.pending, failure: attach.failure }
}
