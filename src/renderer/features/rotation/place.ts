import type { RotationHindrance } from '#shared/domain/codes.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import type { CallOutput } from '../../api/calls.ts'
import type { Tone } from '../../ui/marks/tone.ts'

export type Board = CallOutput<'rotation.board'>
export type Place = Board['places'][number]
export type Event = CallOutput<'rotation.history'>['rows'][number]

/** Minutes between two times of day; none where the clock stands before the first. */
export function minutesBetween(since: string, now: string): number {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  return Math.max(0, minutes(now) - minutes(since))
}

/** Why somebody is the next one: his place, and what hinders those before him. */
export function whyNext({ places, nextId }: Board): readonly Reason[] {
  const at = places.findIndex(({ staffId }) => staffId === nextId)
  const next = places[at]
  if (!next) return []
  return [
    reason('rotation_next', { name: next.name, place: next.place }),
    ...places.slice(0, at).flatMap(({ reasons }) => reasons),
  ]
}

export const toneOf: Readonly<Record<RotationHindrance, Tone>> = {
  day_off: 'quiet',
  on_leave: 'quiet',
  suspended: 'quiet',
  not_active: 'quiet',
  with_customer: 'info',
  not_clear: 'warn',
  low_conversion: 'warn',
  skipped_by_hand: 'quiet',
}

export const idsOf = (places: readonly Place[]): string[] => places.map(({ staffId }) => staffId)
export const isSameOrder = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((each, at) => b[at] === each)

/** Somebody moved to a place among the others. */
export function moveTo(order: readonly string[], staffId: string, at: number): string[] {
  const others = order.filter((each) => each !== staffId)
  return [...others.slice(0, at), staffId, ...others.slice(at)]
}
