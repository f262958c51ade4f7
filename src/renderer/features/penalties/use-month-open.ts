import { addDays, addMonths, asBusinessDate, monthOf, type BusinessDate } from '#shared/time/business-date.ts'
import { useQuery } from '../../api/use-query.ts'
import { useCan } from '../../api/use-session.ts'

export interface MonthOpen {
  /** The first and the last date of the month. */
  readonly from: BusinessDate
  readonly until: BusinessDate
  /** Occasions that wait for the director. */
  readonly unapproved: number
  /** Violations that nobody has confirmed or waived. */
  readonly undecided: number
}

/** What of a month (`yyyy-mm`) is not in its sheet yet; null where nothing is, or for whom it is no matter. */
export function useMonthOpen(month: string): MonthOpen | null {
  const enabled = useCan('penalty.preview')
  const from = asBusinessDate(`${month}-01`)
  const until = addDays(asBusinessDate(`${addMonths(month, 1)}-01`), -1)
  const raised = useQuery('violations.list', { status: 'raised', from, until, limit: 1 }, { enabled })
  const waiting = useQuery('penalties.waiting', undefined, { enabled })
  const undecided = raised.data?.total ?? 0
  const unapproved = waiting.data?.entries.filter(({ on }) => monthOf(on) === month).length ?? 0
  return undecided + unapproved === 0 ? null : { from, until, unapproved, undecided }
}
