import { List, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, latest, type BusinessDate } from '#shared/time/business-date.ts'
import { useCommand } from '../../api/use-command.ts'
import { useToday } from '../../api/use-session.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { useDates } from '../../ui/words/use-dates.ts'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'
import type { Handoff, Leave } from './leave.ts'

interface LeaveDialogProps {
  readonly leave: Leave
  readonly onClose: () => void
}

/** The rest in one act, with the dates it gets. */
export function RestDialog({
  handoff: { leave, unresolved },
  onClose,
}: {
  readonly handoff: Handoff
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const dates = useDates()
  const postpone = useCommand('leaves.postponeRest')
  const left = unresolved.flatMap(({ proposedOn }) => proposedOn ?? [])
  const days = [...new Set(left)].sort()
  const send = async () => {
    const done = await postpone.run({ leaveId: leave.leaveId })
    if (!done.ok) return
    toast(t('leaves.restDone', { count: done.value.lines.length }))
    onClose()
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('leaves.restTitle')}
      confirmLabel={t('leaves.rest')}
      onConfirm={() => void send()}
      pending={postpone.pending}
      failure={postpone.failure}
    >
      <Stack gap="sm">
        <Text>{t('leaves.restHint', { count: left.length })}</Text>
        <List size="sm">
          {days.map((day) => (
            <List.Item key={day}>
              {t('leaves.restDay', {
                on: dates.withWeekday(day),
                count: left.filter((on) => on === day).length,
              })}
            </List.Item>
          ))}
        </List>
        {unresolved.some(({ kind }) => kind === 'expected_date') && (
          <Text c="dimmed">{t('leaves.restDates')}</Text>
        )}
      </Stack>
    </ConfirmDialog>
  )
}

/** The manager confirms. */
export function ConfirmLeaveDialog({ leave, onClose }: LeaveDialogProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const confirm = useCommand('leaves.confirm')
  const { staffName: name, from, until, leaveId } = leave
  const send = async () => {
    const done = await confirm.run({ leaveId })
    if (!done.ok) return
    const { waived: count, approved } = done.value
    toast(count > 0 ? t('leaves.confirmedWaived', { count }) : t('leaves.confirmed'))
    if (approved.length > 0) {
      const names = approved.map(({ customerName, on }) => `${customerName ?? ''} ${dates.short(on)}`)
      toast(t('leaves.approvedStays', { names: names.join(t('ui.and')) }), 'warn')
    }
    onClose()
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('leaves.confirmTitle', { name })}
      confirmLabel={t('leaves.confirm')}
      onConfirm={() => void send()}
      pending={confirm.pending}
      failure={confirm.failure}
    >
      {t('leaves.confirmHint', { from: dates.withWeekday(from), until: dates.withWeekday(until) })}
    </ConfirmDialog>
  )
}

/** The new last day. */
export function ShortenDialog({ leave, onClose }: LeaveDialogProps) {
  const { t } = useTranslation()
  const today = useToday()
  const shorten = useCommand('leaves.shorten')
  const errors = useFieldErrors(shorten.failure)
  const earliest = latest(leave.from, addDays(today, -1))
  // Under way: he is back today. Else a day less.
  const [until, setUntil] = useState<BusinessDate | null>(
    leave.from < today ? earliest : latest(earliest, addDays(leave.until, -1)),
  )
  const send = async () => {
    if (!until) return
    const done = await shorten.run({ leaveId: leave.leaveId, until })
    if (!done.ok) return
    const count = done.value.lines.length
    toast(count > 0 ? t('leaves.shortened', { count }) : t('leaves.shortenedNone'))
    onClose()
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('leaves.shortenTitle', { name: leave.staffName })}
      confirmLabel={t('leaves.shorten')}
      onConfirm={() => void send()}
      pending={shorten.pending}
      failure={shorten.failure}
      disabled={until === null}
    >
      <Stack gap="sm">
        <Text>{t('leaves.shortenHint')}</Text>
        <DateField
          id="leave-shorten"
          label={t('leaves.newUntil')}
          value={until}
          onChange={setUntil}
          min={earliest}
          max={addDays(leave.until, -1)}
          error={errors('until')}
          data-autofocus
          required
        />
      </Stack>
    </ConfirmDialog>
  )
}

/** Gives the leave up. */
export function CancelDialog({ leave, onClose }: LeaveDialogProps) {
  const { t } = useTranslation()
  const cancel = useCommand('leaves.cancel')
  const send = async (reason: string) => {
    const done = await cancel.run({ leaveId: leave.leaveId, ...(reason ? { reason } : {}) })
    if (!done.ok) return
    const count = done.value.lines.length
    toast(count > 0 ? t('leaves.cancelled', { count }) : t('leaves.cancelledNone'))
    onClose()
  }
  return (
    <ReasonDialog
      danger
      onClose={onClose}
      title={t('leaves.cancelTitle', { name: leave.staffName })}
      id="leave-cancel-reason"
      label={t('leaves.reason')}
      confirmLabel={t('leaves.cancelLeave')}
      dismissLabel={t('leaves.keepLeave')}
      onConfirm={send}
      command={cancel}
    >
      {t('leaves.cancelHint')}
    </ReasonDialog>
  )
}
