import { ActionIcon, Button } from '@mantine/core'
import { IconMicrophone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { FailureAlert } from '../states/FailureAlert.tsx'
import { Tag } from '../marks/StatusBadge.tsx'
import { useDates } from '../words/use-dates.ts'
import classes from './ContactRecordings.module.css'
import { RecordingPlayer } from './RecordingPlayer.tsx'
import type { Attaching } from './use-attaching.ts'

/** 录音 ×2 beside a contact, in the tone of danger when a file is missing or was changed; and the sign that adds one. */
export function RecordingBadge({ attaching }: { readonly attaching: Attaching }) {
  const { t } = useTranslation()
  const dates = useDates()
  const { contact, may, isWaited, pending, choose } = attaching
  const { recordings, contactedOn } = contact
  const isLost = recordings.some(({ state }) => state !== 'present')
  return (
    <>
      {recordings.length > 0 && (
        <Tag tone={isLost ? 'danger' : 'info'}>{t('recordings.badge', { count: recordings.length })}</Tag>
      )}
      {may && !isWaited && (
        <ActionIcon
          size="xs"
          variant="subtle"
          loading={pending}
          title={`${t('recordings.attach')} · ${t('recordings.attachHint')}`}
          aria-label={t('recordings.attachTo', { on: dates.short(contactedOn) })}
          onClick={() => void choose()}
        >
          <IconMicrophone size={14} aria-hidden />
        </ActionIcon>
      )}
    </>
  )
}

/** The recordings of a contact to be heard, and a button in words where the contact waits for one. */
export function ContactRecordings({ attaching }: { readonly attaching: Attaching }) {
  const { t } = useTranslation()
  const dates = useDates()
  const { contact, may, isWaited, pending, failure, choose } = attaching
  if (contact.recordings.length === 0 && !failure && !(may && isWaited)) return null
  return (
    <div className={classes.root}>
      {contact.recordings.map((each) => (
        <RecordingPlayer key={each.recordingId} recording={each} />
      ))}
      {may && isWaited && (
        <Button
          size="compact-xs"
          variant="light"
          leftSection={<IconMicrophone size={14} aria-hidden />}
          loading={pending}
          title={t('recordings.attachHint')}
          aria-label={t('recordings.attachTo', { on: dates.short(contact.contactedOn) })}
          onClick={() => void choose()}
        >
          {t('recordings.attach')}
        </Button>
      )}
      <FailureAlert failure={failure} act />
    </div>
  )
}
