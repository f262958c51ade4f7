import type { Result } from '#shared/domain/codes.ts'
import { reason } from '#shared/reasons.ts'
import { addDays } from '#shared/time/business-date.ts'
import type { WorkCalendar } from '#shared/time/store-calendar.ts'
import type { FoundSign, HonestyDay } from './facts.ts'

/** Results that cost no conversation and that nobody can check. */
const unreached: ReadonlySet<Result> = new Set(['no_answer', 'busy', 'powered_off'])

/**
 * 休假前一天全部未接通: on the last working day before a leave, asked for or confirmed, every follow-up of the day
 * reached nobody. One alone says nothing.
 */
export function findUnreachedBeforeLeave(
  { on, contacts, leavesFrom }: Pick<HonestyDay, 'on' | 'contacts' | 'leavesFrom'>,
  work: WorkCalendar,
): FoundSign[] {
  const several = contacts.length > 1
  if (!several || !contacts.every(({ result }) => unreached.has(result))) return []
  const from = leavesFrom.find((each) => on < each && work.lastWorkingDayUpTo(addDays(each, -1), on) === on)
  if (from === undefined) return []
  return [
    {
      sign: 'only_unreached_before_leave',
      customerId: null,
      customerIds: [...new Set(contacts.map(({ customerId }) => customerId))],
      reasons: [reason('honesty_only_unreached_before_leave', { from, count: contacts.length })],
    },
  ]
}
