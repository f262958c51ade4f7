import type { Input } from '#shared/contract/index.ts'
import { refuseByRule } from '#shared/errors.ts'
import { reason } from '#shared/reasons.ts'
import { addDays } from '#shared/time/business-date.ts'
import type { Context } from '#main/calls/context.ts'
import type { WritableStore } from '#main/store/handle.ts'
import { settleHighest } from '#main/store/write/records.ts'
import { setLastRolled } from '#main/store/write/store.ts'

/**
 * A director settles a clock that is behind the last record: it is the records that ran ahead. What they raised stays
 * and can be waived; dates that were judged too early are judged again when they come, which raises nothing twice.
 */
export function settleClock(
  store: WritableStore,
  { reason: why }: Input<'store', 'settleClock'>,
  context: Context,
): null {
  const { clockBehind, now, today, store: file } = context
  if (!clockBehind) refuseByRule(reason('clock_not_behind'))
  context.because(why)
  settleHighest(store, now)
  if (file.lastRolledOn !== null && file.lastRolledOn > today) setLastRolled(store, addDays(today, -1))
  return null
}
