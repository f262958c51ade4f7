import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { LinkButton } from '../../ui/page/LinkButton.tsx'
import { formatPhone } from '../../ui/marks/Phone.tsx'
import { RecordingPlayer } from '../../ui/recordings/RecordingPlayer.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import type { Recording } from './recording.ts'
import classes from './Recordings.module.css'

interface RecordingDetailsProps {
  readonly recording: Recording
  readonly mayMatch: boolean
  readonly onMatch: () => void
}

/** One recording: to be heard, and what it belongs to. */
export function RecordingDetails({ recording, mayMatch, onMatch }: RecordingDetailsProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const { customerId, customerName, contactedOn, staffName, phone, recordedAt, followUpId } = recording
  const facts: [string, string][] = [
    [t('recordings.phone'), phone === null ? t('recordings.noPhone') : formatPhone(phone)],
    [t('recordings.customer'), customerName ?? t('recordings.noCustomer')],
    [
      t('recordings.contact'),
      followUpId === null || contactedOn === null
        ? t('recordings.noContact')
        : [
            dates.full(contactedOn),
            staffName,
            t(recording.matchedByName ? 'recordings.byName' : 'recordings.byHand'),
          ]
            .filter(Boolean)
            .join(' · '),
    ],
    [t('recordings.recordedAt'), recordedAt === null ? t('common.unknown') : dates.moment(recordedAt)],
    [t('recordings.attachedAt'), dates.moment(recording.attachedAt)],
    ['SHA-256', recording.sha256],
  ]
  return (
    <div className={classes.details} tabIndex={0} role="group" aria-label={recording.fileName}>
      <h2 className={classes.name}>{recording.fileName}</h2>
      <RecordingPlayer key={recording.recordingId} recording={recording} nameless />
      <Group gap="sm">
        {followUpId === null && mayMatch && (
          <Button onClick={onMatch} rightSection={<KeyHint keys="m" />}>
            {t('recordings.match')}
          </Button>
        )}
        {customerId !== null && (
          <LinkButton
            to="/customers/$customerId"
            params={{ customerId }}
            variant="default"
            rightSection={<KeyHint keys="Enter" />}
          >
            {t('recordings.openCustomer')}
          </LinkButton>
        )}
      </Group>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => [<dt key={`${name} name`}>{name}</dt>, <dd key={name}>{value}</dd>])}
      </dl>
    </div>
  )
}
