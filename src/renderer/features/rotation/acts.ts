import type { Board, Place } from './place.ts'

/** What the desk or a manager may do with one of the order. */
export type Act = 'skip' | 'letThrough' | 'restore'

/** The acts that make sense for somebody as he stands. */
export function actsOn(place: Place, { abilities, desk }: Board): readonly Act[] {
  const acts: Act[] = []
  if (abilities.skip && !place.hindrances.includes('skipped_by_hand')) acts.push('skip')
  if (abilities.manage && desk === 'showroom') {
    if (place.hindrances.includes('not_clear')) acts.push('letThrough')
    if (place.hindrances.includes('low_conversion')) acts.push('restore')
  }
  return acts
}
