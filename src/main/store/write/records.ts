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
    })
    .prepare(),
)
const setTraining = prepared((db) =>
  db
    .update(clockState)
    .set({ trainingAt: sql`${sql.placeholder('now')}` })
    .prepare(),
)

/** Notes the moment of a write, and where the clock of a training store was set. */
export function recordClock(
  store: WritableStore,
  clock: { readonly now: Instant; readonly raises: boolean; readonly given: boolean },
): void {
  if (clock.raises) raiseHighest(store).run({ now: clock.now })
  if (clock.given) setTraining(store).run({ now: clock.now })
}
