import { Radio, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/use-query.ts'
import { ErrorState } from '../states/ErrorState.tsx'
import { LoadingRows } from '../states/LoadingRows.tsx'
import { useDates } from '../words/use-dates.ts'
import { RecordingPlayer } from './RecordingPlayer.tsx'

type Of = { readonly customerId: string } | { readonly followUpId: string }
type RecordingPickerProps = Of & {
  /** The recording chosen; null where the person states that there is none, undefined before he chose. */
  readonly value: string | null | undefined
  readonly onChange: (recordingId: string | null) => void
  /** Offers the statement that there is no recording. */
  readonly allowNone?: boolean
  readonly label?: string
  readonly error?: string | undefined
}

const none = 'none'
const shownAtMost = 100

/** Chooses the recording that something rests on, of a customer or of one contact; each can be heard first. */
export function RecordingPicker(props: RecordingPickerProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const { value, onChange, allowNone = false, label, error } = props
  const of = 'customerId' in props ? { customerId: props.customerId } : { followUpId: props.followUpId }
  const list = useQuery('recordings.list', { ...of, limit: shownAtMost })
  if (list.error && !list.data) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <LoadingRows rows={2} />
  const { rows } = list.data
  return (
    <Radio.Group
      label={label ?? t('recordings.pick')}
      value={value === null ? none : (value ?? '')}
      onChange={(chosen) => onChange(chosen === none ? null : chosen)}
      error={error}
    >
      <Stack gap={6} mt={4}>
        {rows.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('customerId' in props ? 'recordings.pickEmpty' : 'recordings.pickEmptyContact')}
          </Text>
        )}
        {rows.map((row) => (
          <Stack key={row.recordingId} gap={2}>
            <Radio
              size="sm"
              value={row.recordingId}
              label={[row.contactedOn && dates.short(row.contactedOn), row.staffName, row.fileName]
                .filter(Boolean)
                .join(' · ')}
              styles={{ label: { overflowWrap: 'anywhere' } }}
            />
            <span style={{ paddingInlineStart: 28 }}>
              <RecordingPlayer recording={row} nameless />
            </span>
          </Stack>
        ))}
        {allowNone && <Radio size="sm" value={none} label={t('recordings.pickNone')} />}
      </Stack>
    </Radio.Group>
  )
}
