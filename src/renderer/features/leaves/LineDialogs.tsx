import { Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { useCommand } from '../../api/use-command.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { toast } from '../../ui/toast.ts'
import { useDates } from '../../ui/words/use-dates.ts'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'
import type { Handoff, Leave, Line } from './leave.ts'

interface CoverDialogProps {
  readonly line: Line
  readonly handoff: Handoff
  readonly onClose: () => void
}

/** To which colleague the plan goes; those with the least on these days come first. */
export function CoverDialog({ line, handoff: { leave, colleagues }, onClose }: CoverDialogProps) {
  const { t } = useTranslation()
  const resolve = useCommand('leaves.resolve')
  const errors = useFieldErrors(resolve.failure)
  const leastFirst = [...colleagues].sort((a, b) => a.load - b.load)
  const [staffId, setStaffId] = useState<string | null>(leastFirst[0]?.staffId ?? null)
  const { planId, customerName: name } = line
  const send = async () => {
    if (!planId || !staffId) return
    const done = await resolve.run({ leaveId: leave.leaveId, planId, way: { kind: 'cover', staffId } })
    if (!done.ok) return
    const colleague = colleagues.find((each) => each.staffId === staffId)?.name ?? ''
    toast(t('leaves.covered', { name, colleague }))
    onClose()
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('leaves.coverTitle', { name })}
      confirmLabel={t('leaves.cover')}
      onConfirm={() => void send()}
      pending={resolve.pending}
      failure={resolve.failure}
      disabled={staffId === null}
    >
      <Stack gap="sm">
        <Text>{t('leaves.coverHint')}</Text>
        <Select
          label={t('leaves.colleague')}
          data={leastFirst.map((each) => ({
            value: each.staffId,
            label: t('leaves.colleagueLoad', { name: each.name, count: each.load }),
          }))}
          value={staffId}
          onChange={setStaffId}
          allowDeselect={false}
          error={errors('staffId')}
          data-autofocus
        />
      </Stack>
    </ConfirmDialog>
  )
}

interface DateDialogProps {
  readonly line: Line
  readonly leave: Leave
  readonly onClose: () => void
}

/** A purchase date within the leave moves out of it. */
export function DateDialog({ line, leave, onClose }: DateDialogProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const resolve = useCommand('leaves.resolve')
  const errors = useFieldErrors(resolve.failure)
  const [on, setOn] = useState<BusinessDate | null>(null)
  const { opportunityId, customerName: name } = line
  const send = async () => {
    if (!on) return
    const done = await resolve.run({ leaveId: leave.leaveId, opportunityId, expectedPurchaseDate: on })
    if (!done.ok) return
    toast(t('leaves.dateChanged', { name, on: dates.withWeekday(on) }))
    onClose()
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('leaves.dateTitle', { name })}
      confirmLabel={t('leaves.changeDate')}
      onConfirm={() => void send()}
      pending={resolve.pending}
      failure={resolve.failure}
      disabled={on === null}
    >
      <Stack gap="sm">
        <Text>{t('leaves.dateHint')}</Text>
        <DateField
          id="leave-expected"
          label={t('leaves.newDate')}
          value={on}
          onChange={setOn}
          error={errors('expectedPurchaseDate')}
          data-autofocus
          required
        />
      </Stack>
    </ConfirmDialog>
  )
}
