import { Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { useDates } from '../../ui/use-dates.ts'
import { useFieldErrors } from '../../ui/use-field-errors.ts'
import classes from './Showroom.module.css'
import { TotalsOfDay } from './TotalsOfDay.tsx'
import type { Day } from './visit.ts'

interface CloseDialogProps {
  readonly day: Day
  readonly onClose: () => void
}

/** 结算: the totals of the day, which the desk signs. */
export function CloseDialog({ day, onClose }: CloseDialogProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const close = useCommand('visits.close')
  const errors = useFieldErrors(close.failure)
  const [note, setNote] = useState('')
  const { totals } = day
  const on = dates.withWeekday(day.on)
  const confirm = async () => {
    const done = await close.run({ on: day.on, ...(note.trim() ? { note: note.trim() } : {}) })
    if (!done.ok) return
    toast(t('showroom.closed', { on }))
    onClose()
  }
  const open = [
    totals.uncarded > 0 && t('showroom.openUncarded', { count: totals.uncarded }),
    totals.incomplete > 0 && t('showroom.openIncomplete', { count: totals.incomplete }),
  ].filter((each) => each !== false)
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('showroom.closeOf', { on })}
      confirmLabel={t('showroom.sign')}
      onConfirm={() => void confirm()}
      pending={close.pending}
      failure={close.failure}
      disabled={totals.open > 0}
    >
      <TotalsOfDay totals={totals} />
      {totals.open > 0 && (
        <Text className={classes.warn} fw={700} mt="sm" role="alert">
          {t('showroom.openHere', { count: totals.open })}
        </Text>
      )}
      {open.length > 0 && (
        <Text className={classes.warn} mt="sm">
          {t('showroom.stillOpen', { what: open.join(t('ui.and')) })}
        </Text>
      )}
      <Text c="dimmed" my="sm">
        {t('showroom.closeOnce')}
      </Text>
      <Textarea
        id="close-note"
        label={t('showroom.closeNote')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        error={errors('note')}
        autosize
        minRows={2}
        maxRows={5}
        data-autofocus
      />
    </ConfirmDialog>
  )
}
