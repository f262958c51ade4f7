import { Alert } from '@mantine/core'
import { IconCalendarExclamation } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/use-session.ts'
import { useHolidays } from './use-holidays.ts'

/** Says when this year or the next has no closed dates: then the Spring Festival would count as working days. */
export function CalendarWarnings() {
  const { store } = useSession()
  const year = Number(store.today.slice(0, 4))
  return (
    <>
      <YearWarning year={year} />
      <YearWarning year={year + 1} />
    </>
  )
}

function YearWarning({ year }: { readonly year: number }) {
  const { t } = useTranslation()
  const { store } = useSession()
  const found = useHolidays(year, store.closedDates)
  if (!found || store.closedDates.some((date) => date.startsWith(`${year}-`))) return null
  // Of a year whose holidays are over there is nothing left to add.
  if (found.known && found.holidays.every(({ open }) => open.length === 0)) return null
  return (
    <Alert
      color={found.known ? 'blue' : 'yellow'}
      variant="light"
      p="sm"
      icon={<IconCalendarExclamation size={16} aria-hidden />}
    >
      {t(found.known ? 'policy.calendarWarningKnown' : 'policy.calendarWarning', { year })}
    </Alert>
  )
}
