import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCalendarOff, IconHourglass } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { useCommand } from '../../api/use-command.ts'
import { useCan, useSession } from '../../api/use-session.ts'
import { useDates } from '../../ui/words/use-dates.ts'
import { useWords } from '../../ui/words/use-words.ts'
import classes from './CheckNotes.module.css'

/** What one must know before reading the figures: the store was closed, or the date is not judged yet. */
export function CheckNotes({ on }: { readonly on: BusinessDate }) {
  const { t } = useTranslation()
  const { store } = useSession()
  const dates = useDates()
  const words = useWords()
  const mayRoll = useCan('dayRoll.run')
  const roll = useCommand('dayRoll.run')
  const isClosed = store.closedDates.includes(on)
  // A store that was never rolled has had nothing to judge yet.
  const { todayIsOpen, clock, lastRolledOn, today } = store
  const notRolled = todayIsOpen && clock === 'ok' && lastRolledOn !== null && lastRolledOn < today
  if (!isClosed && !notRolled) return null
  const run = async () => {
    const done = await roll.run()
    notifications.show(
      done.ok
        ? {
            message: t('dailyCheck.rolled', {
              dates: done.value.rolledDates.length,
              raised: done.value.raised,
            }),
            color: 'green',
          }
        : { message: words.failure(done.failure), color: 'red' },
    )
  }
  return (
    <div className={classes.root} role="status">
      {isClosed && (
        <span className={classes.note}>
          <IconCalendarOff size={15} aria-hidden />
          {t('dailyCheck.closedDate', { on: dates.withWeekday(on) })}
        </span>
      )}
      {notRolled && (
        <span className={classes.note}>
          <IconHourglass size={15} aria-hidden />
          {t('dailyCheck.notRolled', { on: dates.withWeekday(today) })}
          {mayRoll && (
            <Button variant="default" onClick={() => void run()} loading={roll.pending}>
              {t('dailyCheck.roll')}
            </Button>
          )}
        </span>
      )}
    </div>
  )
}
