import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { useSession } from '../../api/use-session.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { useDates } from '../../ui/words/use-dates.ts'
import classes from './ConfirmClockDialog.module.css'

/** The clock jumped ahead: is today really today? The dates between are judged when it is. */
export function ConfirmClockDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const dates = useDates()
  const { store } = useSession()
  const confirm = useCommand('store.confirmClock')
  const { ahead, today } = store
  if (!ahead) return null
  const save = async () => {
    const done = await confirm.run({ today })
    if (!done.ok) return
    toast(t('clock.confirmed', { count: done.value.rolledDates.length }))
    onClose()
  }
  const [first] = ahead.dates
  const last = ahead.dates.at(-1)
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('clock.aheadTitle')}
      confirmLabel={t('clock.yesToday', { today: dates.withWeekday(today) })}
      onConfirm={() => void save()}
      pending={confirm.pending}
      failure={confirm.failure}
    >
      <Stack gap="sm">
        <div>
          <Text c="dimmed">{t('clock.computerSays')}</Text>
          <p className={classes.today}>{dates.full(today)}</p>
        </div>
        <Text>{t('clock.lastRecord', { at: dates.moment(ahead.lastRecordedAt) })}</Text>
        {first && last && (
          <Text>
            {first === last
              ? t('clock.judgesOne', { on: dates.withWeekday(first) })
              : t('clock.judges', {
                  count: ahead.dates.length,
                  from: dates.withWeekday(first),
                  until: dates.withWeekday(last),
                })}
          </Text>
        )}
        <Text c="dimmed">{t('clock.ifNot')}</Text>
      </Stack>
    </ConfirmDialog>
  )
}
