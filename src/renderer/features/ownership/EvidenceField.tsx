import { Radio, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useDates } from '../../ui/words/use-dates.ts'
import type { Claim } from './claim.ts'

/** Stands for the statement that there is no recording. */
export const noRecording = 'none'

interface EvidenceFieldProps {
  readonly evidence: Claim['evidence']
  /** A recording, `noRecording`, or nothing chosen yet. */
  readonly value: string | null
  readonly onChange: (value: string) => void
  readonly label: string
  readonly description?: string
  readonly error?: string | undefined
}

/** One of the customer's recordings, or the statement that there is none. */
export function EvidenceField({ evidence, value, onChange, ...rest }: EvidenceFieldProps) {
  const { t } = useTranslation()
  const dates = useDates()
  return (
    <Radio.Group {...rest} value={value ?? ''} onChange={onChange} withAsterisk>
      <Stack gap={6} mt={6}>
        {evidence.map(({ recordingId, fileName, contactedOn, staffName }) => (
          <Radio
            key={recordingId}
            value={recordingId}
            label={fileName}
            description={[dates.full(contactedOn), staffName].filter(Boolean).join(' · ')}
          />
        ))}
        <Radio value={noRecording} label={t('ownership.claim.noRecordingAtAll')} />
      </Stack>
    </Radio.Group>
  )
}
