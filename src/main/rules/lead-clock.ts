import type { Policy } from '#shared/policy/policy.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { StoreCalendar } from '#shared/time/store-calendar.ts'

const millisecondsPerMinute = 60_000
const minutesPerHour = 60

/** What the clock of a lead 线索 runs from, and what stops it. */
export type LeadTimes = {
  readonly assignedAt: Instant
  /** Null while the first follow-up is awaited. */
  readonly firstFollowUpAt: Instant | null
}

export type LeadClock = {
  /** The moment by which the first follow-up starts: that moment itself is in time. */
  readonly dueAt: Instant
  /** Whole minutes and hours left, below zero when late; null where nothing is awaited. */
  readonly minutesLeft: number | null
  readonly hoursLeft: number | null
  readonly late: boolean
  /** The first follow-up came after the moment. */
  readonly startedLate: boolean
}

/** The moment by which the first follow-up of a lead starts: so many hours after its assignment, closed dates included. */
export const leadDueAt = (assignedAt: Instant, { thresholds }: Policy): Instant =>
  assignedAt + thresholds.leadFirstFollowUpHours * minutesPerHour * millisecondsPerMinute

/** 36小时内首次跟进: where the clock of an assigned lead stands at a moment. */
export const leadClock = (
  { assignedAt, firstFollowUpAt }: LeadTimes,
  policy: Policy,
  at: Instant,
): LeadClock => {
  const dueAt = leadDueAt(assignedAt, policy)
  if (firstFollowUpAt !== null && firstFollowUpAt <= at)
    return { dueAt, minutesLeft: null, hoursLeft: null, late: false, startedLate: firstFollowUpAt > dueAt }
  const minutesLeft = Math.floor((dueAt - at) / millisecondsPerMinute)
  // Towards zero: with fifty minutes to go no whole hour is left, and none is lost yet fifty minutes after.
  const hoursLeft = Math.trunc(minutesLeft / minutesPerHour) || 0
  return { dueAt, minutesLeft, hoursLeft, late: at > dueAt, startedLate: false }
}

/**
 * The date of the plan for the first follow-up: that of the moment by which it starts; when the store is closed then, the last open
 * date before it, and the first one after it where that would lie in the past (chosen).
 */
export const firstFollowUpOn = (
  dueOn: BusinessDate,
  calendar: StoreCalendar,
  today: BusinessDate,
): BusinessDate => {
  const open = calendar.previousOpen(dueOn)
  return open >= today ? open : calendar.nextOpen(today)
}
