import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { useDates } from '../../ui/words/use-dates.ts'
import { TotalsOfDay } from './TotalsOfDay.tsx'
import type { Day } from './visit.ts'

interface CountersignDialogProps {
  readonly day: Day & { readonly closed: NonNullable<Day['closed']> }
  readonly onClose: () => void
}

/** 复核: the manager confirms what the desk signed, as it was signed. */
export function CountersignDialog({ day, onClose }: CountersignDialogProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const countersign = useCommand('visits.countersign')
  const { closed } = day
  const on = dates.withWeekday(day.on)
  const confirm = async () => {
    const done = await countersign.run({ on: day.on })
    if (!done.ok) return
    toast(t('showroom.countersigned', { on }))
    onClose()
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('showroom.countersignOf', { on })}
      confirmLabel={t('showroom.countersign')}
      onConfirm={() => void confirm()}
      pending={countersign.pending}
      failure={countersign.failure}
    >
      <Text mb="sm">{t('showroom.closedBy', { name: closed.name, at: dates.moment(closed.at) })}</Text>
      <TotalsOfDay totals={closed.totals} />
      {closed.note && <Text mt="sm">{closed.note}</Text>}
      <Text mt="sm" fw={700}>
        {t('showroom.countersignMeans')}
      </Text>
    </ConfirmDialog>
  )
}
