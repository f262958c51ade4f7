import { Radio, Select, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { formatPhone } from '../../ui/marks/Phone.tsx'
import { toast } from '../../ui/toast.ts'
import { useDates } from '../../ui/words/use-dates.ts'
import type { Recording } from './recording.ts'
import classes from './Recordings.module.css'

const typingMs = 150
const found = 20

interface MatchDialogProps {
  readonly recording: Recording
  readonly onClose: () => void
}

/** Links a recording by hand: whose call it was, and which contact. */
export function MatchDialog({ recording, onClose }: MatchDialogProps) {
  const { t } = useTranslation()
  const match = useCommand('recordings.match')
  const [customerId, setCustomerId] = useState(recording.customerId)
  const [followUpId, setFollowUpId] = useState<string | null>(null)
  const choose = (id: string | null) => {
    setCustomerId(id)
    setFollowUpId(null)
  }
  const save = async () => {
    if (followUpId === null) return
    const done = await match.run({ recordingId: recording.recordingId, followUpId })
    if (!done.ok) return
    toast(t(done.value.effective ? 'recordings.matchedEffective' : 'recordings.matched'))
    onClose()
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('recordings.matchTitle')}
      confirmLabel={t('recordings.match')}
      onConfirm={() => void save()}
      pending={match.pending}
      failure={match.failure}
      disabled={followUpId === null}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {recording.fileName}
        </Text>
        <Text size="sm">{t('recordings.matchHint')}</Text>
        <CustomerSelect
          value={customerId}
          name={recording.customerId === customerId ? recording.customerName : null}
          onChange={choose}
        />
        {customerId !== null && (
          <ContactChoice
            key={customerId}
            customerId={customerId}
            value={followUpId}
            onChange={setFollowUpId}
          />
        )}
      </Stack>
    </ConfirmDialog>
  )
}

interface CustomerSelectProps {
  readonly value: string | null
  /** Of the one whose number stands in the name. */
  readonly name: string | null
  readonly onChange: (customerId: string | null) => void
}

function CustomerSelect({ value, name, onChange }: CustomerSelectProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(name ?? '')
  const [asked] = useDebouncedValue(text.trim(), typingMs)
  const search = useQuery(
    'customers.search',
    { text: asked, limit: found },
    { enabled: asked !== '', keepLast: true },
  )
  const people = (search.data?.rows ?? []).map((each) => ({
    value: each.customerId,
    label: [each.name, each.phone && formatPhone(each.phone)].filter(Boolean).join(' · '),
  }))
  const isThere = value === null || people.some((each) => each.value === value)
  return (
    <Select
      label={t('recordings.matchCustomer')}
      placeholder={t('recordings.matchSearch')}
      data={isThere || name === null ? people : [{ value: value ?? '', label: name }, ...people]}
      value={value}
      onChange={onChange}
      searchable
      searchValue={text}
      onSearchChange={setText}
      // What was found fits the pinyin or the phone, not always the letters shown.
      filter={({ options }) => options}
      nothingFoundMessage={t(asked === '' ? 'recordings.matchSearch' : 'recordings.matchNoCustomer')}
      data-autofocus
    />
  )
}

interface ContactChoiceProps {
  readonly customerId: string
  readonly value: string | null
  readonly onChange: (followUpId: string) => void
}

function ContactChoice({ customerId, value, onChange }: ContactChoiceProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const { data: card, error, refetch } = useQuery('customers.get', { customerId })
  if (error && !card) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!card) return <LoadingRows rows={3} />
  if (card.followUps.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('recordings.matchNoContact')}
      </Text>
    )
  return (
    <Radio.Group label={t('recordings.matchContact')} value={value ?? ''} onChange={onChange}>
      <div className={classes.contacts}>
        <Stack gap={6} mt={4}>
          {card.followUps.map((each) => (
            <Radio
              key={each.followUpId}
              size="sm"
              value={each.followUpId}
              label={[
                dates.withWeekday(each.contactedOn),
                dates.time(each.recordedAt),
                each.lateRecorded ? t('recordings.late') : null,
                t(`codes.result.${each.result}`),
                t(`codes.channel.${each.channel}`),
                each.staffName,
              ]
                .filter(Boolean)
                .join(' · ')}
              description={each.content || undefined}
            />
          ))}
        </Stack>
      </div>
    </Radio.Group>
  )
}
