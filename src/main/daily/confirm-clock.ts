import type { Input, Output } from '#shared/contract/index.ts'
import { refuseByRule, refuseField } from '#shared/errors.ts'
import { reason } from '#shared/reasons.ts'
import type { Context } from '#main/calls/context.ts'
import type { WritableStore } from '#main/store/handle.ts'
import { rollDueDates } from './day-roll.ts'

/**
 * Somebody says that the clock, which jumped ahead, is right, by the date he reads on a calendar: another date than
 * the clock's is refused, so that nobody confirms without looking. The dates between are judged in the same act.
 */
export function confirmClock(
  store: WritableStore,
  { today: read }: Input<'store', 'confirmClock'>,
  context: Context,
): Output<'store', 'confirmClock'> {
  const { today, clockAhead, clockBehind } = context
  if (clockBehind || clockAhead === null) refuseByRule(reason('clock_not_ahead', { today }))
  if (read !== today) refuseField('today', 'not_today', { today })
  context.because(JSON.stringify({ confirmed: today, lastRecordedAt: clockAhead?.lastRecordedAt }))
  return rollDueDates(store, context)
}
