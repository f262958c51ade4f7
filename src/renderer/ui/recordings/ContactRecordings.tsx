import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Reason } from '#shared/reasons.ts'
import { Tag } from '../StatusBadge.tsx'
import { AttachRecording } from './AttachRecording.tsx'
import classes from './ContactRecordings.module.css'
import { RecordingPlayer, type PlayableRecording } from './RecordingPlayer.tsx'

/** 录音 ×2 beside a contact; in the tone of danger when a file is missing or was changed. */
export function RecordingBadge({ recordings }: { readonly recordings: readonly PlayableRecording[] }) {
  const { t } = useTranslation()
  if (recordings.length === 0) return null
  const isLost = recordings.some(({ state }) => state !== 'present')
  return <Tag tone={isLost ? 'danger' : 'info'}>{t('recordings.badge', { count: recordings.length })}</Tag>
}

interface ContactRecordingsProps {
  readonly followUp: {
    readonly followUpId: string
    readonly contactedOn: BusinessDate
    readonly recordings: readonly PlayableRecording[]
    readonly effective: { readonly reasons: readonly Reason[] }
  }
  readonly mayAttach: boolean
}

/** The recordings of a contact to be heard, and the button that adds one: loud where the contact waits for it. */
export function ContactRecordings({ followUp, mayAttach }: ContactRecordingsProps) {
  const { followUpId, contactedOn, recordings, effective } = followUp
  const waits = effective.reasons.some(({ code }) => code === 'not_effective_late_recorded')
  if (recordings.length === 0 && !mayAttach) return null
  return (
    <div className={classes.root}>
      {recordings.map((each) => (
        <RecordingPlayer key={each.recordingId} recording={each} />
      ))}
      {mayAttach && <AttachRecording followUpId={followUpId} on={contactedOn} isWaited={waits} />}
    </div>
  )
}
