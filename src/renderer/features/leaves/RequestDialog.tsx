import { Alert, Group, Select, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { leaveKinds, type LeaveKind } from '#shared/domain/codes.ts'
import { daysBetween, type BusinessDate } from '#shared/time/business-date.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { useSession } from '../../api/use-session.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { toast } from '../../ui/toast.ts'
import { useDates } from '../../ui/words/use-dates.ts'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'

interface RequestDialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly onDone: (leaveId: string) => void
}

/** Asks for a leave; shows at once what falls within its days. */
export function RequestDialog({ title, onClose, onDone }: RequestDialogProps) {
  const { t } = useTranslation()
  const { staff } = useSession()
  const isOwn = staff.role === 'consultant'
  const people = usePeople(!isOwn)
  const [staffId, setStaffId] = useState<string | null>(isOwn ? staff.staffId : null)
  const [kind, setKind] = useState<LeaveKind>('vacation')
  const [from, setFrom] = useState<BusinessDate | null>(null)
  const [ownUntil, setUntil] = useState<BusinessDate | null>(null)
  // The last day follows the first while that is typed, until it is set.
  const until = ownUntil ?? from
  const backwards = from !== null && until !== null && until < from
  const [note, setNote] = useState('')
  const request = useCommand('leaves.request')
  const errors = useFieldErrors(request.failure)
  const complete = staffId !== null && from !== null && until !== null

  const send = async () => {
    if (!complete) return
    const done = await request.run({ staffId, from, until, kind, ...(note.trim() ? { note } : {}) })
    if (!done.ok) return
    const count = done.value.unresolved
    toast(count > 0 ? t('leaves.asked', { count }) : t('leaves.askedNone'))
    onDone(done.value.leaveId)
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={title}
      confirmLabel={title}
      onConfirm={() => void send()}
      pending={request.pending}
      failure={request.failure}
      disabled={!complete}
    >
      <Stack gap="sm">
        {!isOwn && (
          <Select
            label={t('leaves.person')}
            placeholder={t('leaves.choosePerson')}
            data={people}
            value={staffId}
            onChange={setStaffId}
            error={errors('staffId')}
            required
            data-autofocus
          />
        )}
        <Select
          label={t('leaves.kind')}
          data={leaveKinds.map((value) => ({ value, label: t(`codes.leaveKind.${value}`) }))}
          value={kind}
          onChange={(value) => setKind(leaveKinds.find((each) => each === value) ?? kind)}
          allowDeselect={false}
          {...(kind === 'sick' ? { description: t('leaves.sickHint') } : {})}
        />
        <Group grow align="start" gap="sm">
          <DateField
            id="leave-from"
            label={t('leaves.from')}
            value={from}
            onChange={setFrom}
            error={errors('from')}
            required
            {...(isOwn ? { 'data-autofocus': true } : {})}
          />
          <DateField
            id="leave-until"
            label={t('leaves.until')}
            value={until}
            onChange={setUntil}
            error={errors('until') ?? (backwards ? t('issues.from_after_until') : undefined)}
            required
            {...(from ? { min: from } : {})}
          />
        </Group>
        {complete && !backwards && <Inside staffId={staffId} from={from} until={until} />}
        <Textarea
          label={t('leaves.note')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          autosize
          minRows={2}
        />
      </Stack>
    </ConfirmDialog>
  )
}

/** The consultants for whom a leave can be entered. */
function usePeople(enabled: boolean) {
  const { staff } = useSession()
  const { data } = useQuery('staff.list', { limit: 500 }, { enabled })
  return (data?.rows ?? [])
    .filter(
      ({ role, status, managerId }) =>
        role === 'consultant' &&
        status === 'active' &&
        (staff.role !== 'manager' || managerId === staff.staffId),
    )
    .map(({ staffId, name }) => ({ value: staffId, label: name }))
}

interface InsideProps {
  readonly staffId: string
  readonly from: BusinessDate
  readonly until: BusinessDate
}

/** What the days would have to hand over, and when he is back. */
function Inside(days: InsideProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const { data } = useQuery('leaves.preview', { ...days }, { keepLast: true })
  if (!data) return null
  const { plans, dates: purchases, backOn, overlapping } = data
  const count = daysBetween(days.from, days.until) + 1
  const back = dates.withWeekday(backOn)
  return (
    <Alert variant="light" color={overlapping ? 'red' : 'ink'} p="sm" aria-live="polite">
      <Text>
        {plans + purchases > 0
          ? t('leaves.inside', { days: count, plans, dates: purchases, back })
          : t('leaves.insideNone', { days: count, back })}
      </Text>
      {overlapping && (
        <Text>
          {t('leaves.overlapping', {
            from: dates.withWeekday(overlapping.from),
            until: dates.withWeekday(overlapping.until),
          })}
        </Text>
      )}
    </Alert>
  )
}
