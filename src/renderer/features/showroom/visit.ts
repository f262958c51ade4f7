import type { CallOutput } from '../../api/calls.ts'

/** One line of the register. */
export type Visit = CallOutput<'visits.get'>
export type Day = CallOutput<'visits.day'>
export type Board = CallOutput<'rotation.board'>
/** What a new line became, and to whom it went. */
export type Received = CallOutput<'visits.register'>
export type Arrival = CallOutput<'arrivals.find'>

/** Still here: somebody who came in and has not left. */
export const isHere = ({ kind, leftTime, arrivedTime }: Visit): boolean =>
  kind === 'walk_in' && leftTime === null && arrivedTime !== null

/** Somebody is to receive him, and nobody does yet; who has no intent needs nobody. */
export const isWaiting = ({ consultantId, withIntent }: Visit): boolean => consultantId === null && withIntent

const minutesOf = (time: string): number => {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}
/** Minutes from one time of a day to another; never less than none. */
export const minutesBetween = (from: string, until: string): number =>
  Math.max(0, minutesOf(until) - minutesOf(from))
