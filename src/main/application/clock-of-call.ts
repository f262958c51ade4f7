import { refuseField } from '#shared/errors.ts'
import { businessDateAt, type Instant } from '#shared/time/instant.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Clock } from '#main/platform/clock.ts'
import { aheadSince, checkClock } from '#main/rules/clock-check.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { getClockState, getStore, policyOn } from '#main/store/read/store.ts'
import type { CallContext } from './call-context.ts'

/** The moment of a call, and whether it can be trusted. */
export interface CallClock {
  readonly now: Instant
  readonly today: BusinessDate
  /** Behind the last recorded moment by more than the tolerance. */
  readonly behind: boolean
  readonly highestAt: Instant | null
  /** The last record before a jump ahead that nobody has confirmed; always null in a training store. */
  readonly aheadSince: Instant | null
  /** Whether a write moves the highest recorded moment: in a training store only where the clock was set on purpose. */
  readonly raises: boolean
  /** The clock of a training store was set by this call. */
  readonly given: boolean
}

/**
 * The clock of a call. A live store has the machine's and refuses any other. A training store stands where a call
 * last set it, because a drill that is set in March must not find itself in November between two calls.
 */
export function clockOfCall(store: ReadableStore, clock: Clock, call: CallContext): CallClock {
  const { kind, zone } = getStore(store)
  const { highestAt, trainingAt, aheadFrom } = getClockState(store)
  const training = kind === 'training'
  if (call.now !== undefined && !training) refuseField('now', 'clock_not_settable')
  const now = call.now ?? (training ? trainingAt : null) ?? clock.now()
  const today = businessDateAt(now, zone)
  const { policy } = policyOn(store, today)
  const behind = checkClock({ now, highestRecordedAt: highestAt }, policy).state === 'behind'
  return {
    now,
    today,
    behind,
    aheadSince:
      training || behind ? null : aheadSince({ now, highestRecordedAt: highestAt, aheadFrom }, policy),
    highestAt,
    raises: !training || call.now !== undefined,
    given: call.now !== undefined,
  }
}
