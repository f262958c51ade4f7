import { addDays, type BusinessDate } from '#shared/time/business-date.ts'
import type { StoreCalendar } from '#shared/time/store-calendar.ts'
import type { Shield } from './judge/judged-opportunity.ts'

/** What somebody has to clear before he greets again. */
export type ToClear = { readonly overduePlans: number; readonly uncardedVisits: number }

/** The last date whose plans are overdue today: what was due on it, or on the closed dates before it, has passed. */
export const lastPassed = (today: BusinessDate, calendar: StoreCalendar): BusinessDate =>
  calendar.previousOpen(addDays(today, -1))

/** How many of somebody's open plans are overdue as the day roll judges them: a leave shields what falls into it. */
export const countOverdue = (
  due: readonly { readonly on: BusinessDate; readonly plans: number }[],
  shields: readonly Shield[],
  passed: BusinessDate,
): number =>
  due.reduce((sum, { on, plans }) => {
    const counted = shields.reduce((day, { from, until }) => (from <= day && day < until ? until : day), on)
    return counted <= passed ? sum + plans : sum
  }, 0)

/**
 * What becomes of the mark of somebody who has something to clear: it is set when he is hindered by it, and when he
 * has cleared it he goes to the end. Let through by a manager, or with the switch off, the mark goes and he keeps his place.
 */
export const clearanceStep = (
  marked: boolean,
  now: { readonly hindered: boolean; readonly cleared: boolean },
): 'mark' | 'unmark' | 'to_end' | null => {
  if (now.hindered) return marked ? null : 'mark'
  if (!marked) return null
  return now.cleared ? 'to_end' : 'unmark'
}
