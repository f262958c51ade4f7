import type { RotationHindrance } from '#shared/domain/codes.ts'
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

/** Those for whom somebody can still be named, whoever waits longest first. */
export const waitingInTurn = (visits: readonly Visit[]): readonly Visit[] =>
  visits
    .filter((visit) => isWaiting(visit) && visit.abilities.handOver)
    .toSorted((one, other) => (one.arrivedTime ?? '').localeCompare(other.arrivedTime ?? ''))

/** With these nobody is given a first visit, not even by hand. */
const refusing: readonly RotationHindrance[] = ['not_active', 'day_off', 'on_leave', 'suspended', 'not_clear']
export type Standing = 'ready' | 'byHand' | 'refused'

/** Whether somebody may receive now, can be named all the same, or would be refused. */
export function standingOf({ hindrances }: Pick<Board['places'][number], 'hindrances'>): Standing {
  if (hindrances.length === 0) return 'ready'
  return hindrances.some((each) => refusing.includes(each)) ? 'refused' : 'byHand'
}

const minutesOf = (time: string): number => {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}
/** Minutes from one time of a day to another; never less than none. */
export const minutesBetween = (from: string, until: string): number =>
  Math.max(0, minutesOf(until) - minutesOf(from))
