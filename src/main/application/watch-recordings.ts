import { toFailure, type LogFailure } from './failure.ts'
import type { OpenedStore } from './opened-store.ts'

/** How often the watched folder is looked at, in milliseconds, unless the host says otherwise. */
export const scansEvery = 300_000
/** While a scan found more than it may take, the next one follows at once. */
const goesOnAfter = 1000

/**
 * Scans the watched folder of an open store at once and then every little while. The pause begins when a scan
 * is over, so that no two are under way. Returns how to stop, which the host does before it closes the store.
 */
export function watchRecordings(opened: OpenedStore, everyMs: number, log: LogFailure): () => void {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const scan = async (thorough: boolean) => {
    let more = false
    try {
      const did = await opened.application.scanRecordings(opened.clockOfCall(), { thorough })
      more = did !== undefined && did.more && did.found > 0
    } catch (error) {
      if (!stopped) toFailure(error, 'zh-CN', log)
    }
    if (!stopped) next(more ? Math.min(goesOnAfter, everyMs) : everyMs)
  }
  const next = (after: number, thorough = false) => {
    timer = setTimeout(() => void scan(thorough), after)
    // A process that has nothing else to do does not stay for it.
    timer.unref()
  }
  next(0, true)
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
