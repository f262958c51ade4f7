import type { BusinessDate } from '#shared/time/business-date.ts'
import { useQuery } from '../../api/use-query.ts'
import { useToday } from '../../api/use-session.ts'

/** The public holidays of a year, and which of their dates lie ahead and are not closed yet. */
export function useHolidays(year: number, closed: readonly BusinessDate[]) {
  const today = useToday()
  const { data } = useQuery('store.proposeHolidays', { year })
  if (!data) return undefined
  const isClosed = new Set(closed)
  return {
    known: data.known,
    holidays: data.holidays.map(({ name, dates }) => ({
      name,
      dates,
      open: dates.filter((date) => date >= today && !isClosed.has(date)),
    })),
  }
}
