import { elapsed } from '#main/platform/clock.ts'
import type { Log } from '#main/desktop/support/log.ts'

/** Errors of one minute that are written down; a page gone wrong would fill the disk. */
const most = 20
const minute = 60_000

/** Writes errors of pages into the log, and of too many only how many there were. */
export function makePageProblems(log: Pick<Log, 'error'>): (text: string) => void {
  let since = 0
  let noted = 0
  return (text) => {
    const now = elapsed()
    if (now - since > minute) {
      if (noted > most) log.error('page', `${noted - most} more errors within a minute`)
      since = now
      noted = 0
    }
    noted += 1
    if (noted <= most) log.error('page', text)
  }
}
