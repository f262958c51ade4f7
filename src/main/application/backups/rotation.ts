import type { BackupReason } from '#shared/domain/codes.ts'
import { firstOfMonth, keptBackups as keeps } from '#shared/domain/kept-backups.ts'
import { addDays, isoWeekday, monthOf, type BusinessDate } from '#shared/time/business-date.ts'
import { businessDateAt, type Instant } from '#shared/time/instant.ts'

/** What decides whether a backup is kept. */
export interface Kept {
  readonly name: string
  readonly madeAt: Instant
  readonly reason: BackupReason
  /** It can be restored as far as is known. */
  readonly good: boolean
}

/** The Monday of a week stands for it. */
const weekOf = (date: BusinessDate): string => addDays(date, 1 - isoWeekday(date))

/**
 * Names the backups that rotation (P4) lets go, by the store's own calendar. Kept are all of today and yesterday, and the newest
 * good one of each of the last 12 days, 10 weeks and 9 months that have one; the newest good one whatever its age; the
 * newest that undoes a restore and the newest of before a migration, as long as one of their month would be. A bad one goes with its two days: it never stands in for a good one.
 */
export function namesToLetGo(all: readonly Kept[], now: Instant, zone: string): string[] {
  const today = businessDateAt(now, zone)
  const newestFirst = all
    .map((each) => ({ ...each, on: businessDateAt(each.madeAt, zone) }))
    .sort((a, b) => b.madeAt - a.madeAt || (a.name < b.name ? 1 : -1))
  const recentFrom = addDays(today, 1 - keeps.days)
  // What was made while the clock was ahead is not old.
  const kept = new Set(newestFirst.filter(({ on }) => on >= recentFrom).map(({ name }) => name))
  const good = newestFirst.filter((each) => each.good)
  const keepNewestOf = (most: number, slotOf: (on: BusinessDate) => string) => {
    const slots = new Set<string>()
    for (const { name, on } of good) {
      const slot = slotOf(on)
      if (slots.has(slot)) continue
      if (slots.size === most) return
      slots.add(slot)
      kept.add(name)
    }
  }
  keepNewestOf(1, () => 'newest')
  keepNewestOf(keeps.daily, (on) => on)
  keepNewestOf(keeps.weekly, weekOf)
  keepNewestOf(keeps.monthly, monthOf)
  // Not for ever: whoever is erased was promised when the last backup that holds him goes (S7).
  const specialFrom = firstOfMonth(today, 1 - keeps.monthly)
  for (const reason of ['before_restore', 'before_migration'] as const) {
    const newest = good.find((each) => each.reason === reason)
    if (newest && newest.on >= specialFrom) kept.add(newest.name)
  }
  return newestFirst.filter(({ name }) => !kept.has(name)).map(({ name }) => name)
}
