import { sql } from 'drizzle-orm'
import type { Instant } from '#shared/time/instant.ts'
import { drizzleOf, type WritableStore } from '../handle.ts'
import { prepared } from '../prepared.ts'
import { clockState, commandAnswers } from '../schema/index.ts'

/** Bookkeeping of the file itself, which is no content and therefore not in the trail. */

export interface CommandAnswer {
  readonly commandKey: string
  readonly call: string
  readonly staffId: string | null
  readonly inputMark: string
  readonly answer: string
  readonly at: Instant
}
/** Keeps the answer of a command under its id, in the command's own transaction (P8). */
export const recordCommandAnswer = (store: WritableStore, row: CommandAnswer): void => {
  drizzleOf(store).insert(commandAnswers).values(row).run()
}

const raiseHighest = prepared((db) =>
  db
    .update(clockState)
    .set({
      highestAt: sql`max(coalesce(${clockState.highestAt}, 0), ${sql.placeholder('now')})`,
      aheadFrom: sql`${sql.placeholder('aheadFrom')}`,
    })
    .prepare(),
)
const setTraining = prepared((db) =>
  db
    .update(clockState)
    .set({ trainingAt: sql`${sql.placeholder('now')}` })
    .prepare(),
)

/** Makes a clock that was behind the right one: what is recorded from now on is measured by it. */
export const settleHighest = (store: WritableStore, now: Instant): void => {
  drizzleOf(store).update(clockState).set({ highestAt: now, aheadFrom: null }).run()
}

/**
 * Notes the moment of a write, a jump ahead that is still to be confirmed, and where the clock of a training store
 * was set.
 */
export function recordClock(
  store: WritableStore,
  clock: {
    readonly now: Instant
    readonly raises: boolean
    readonly given: boolean
    readonly aheadFrom: Instant | null
  },
): void {
  if (clock.raises) raiseHighest(store).run({ now: clock.now, aheadFrom: clock.aheadFrom })
  if (clock.given) setTraining(store).run({ now: clock.now })
}
