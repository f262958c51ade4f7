import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { useDates } from '../../ui/words/use-dates.ts'
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
  const { totals } = day
  const on = dates.withWeekday(day.on)
  const sign = async (note: string) => {
    const done = await close.run({ on: day.on, ...(note ? { note } : {}) })
    if (!done.ok) return
    toast(t('showroom.closed', { on }))
    onClose()
  }
  const open = [
    totals.uncarded > 0 && t('showroom.openUncarded', { count: totals.uncarded }),
    totals.incomplete > 0 && t('showroom.openIncomplete', { count: totals.incomplete }),
  ].filter((each) => each !== false)
  return (
    <ReasonDialog
      onClose={onClose}
      title={t('showroom.closeOf', { on })}
      id="close-note"
      label={t('showroom.closeNote')}
      field="note"
      confirmLabel={t('showroom.sign')}
      onConfirm={sign}
      command={close}
      disabled={totals.open > 0}
    >
      <TotalsOfDay totals={totals} />
      {totals.open > 0 && (
        <Text className={classes.warn} fw={700} role="alert">
          {t('showroom.openHere', { count: totals.open })}
        </Text>
      )}
      {open.length > 0 && (
        <Text className={classes.warn}>{t('showroom.stillOpen', { what: open.join(t('ui.and')) })}</Text>
      )}
      <Text c="dimmed">{t('showroom.closeOnce')}</Text>
    </ReasonDialog>
  )
}
