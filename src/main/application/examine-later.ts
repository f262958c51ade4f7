import { statSync } from 'node:fs'
import type { RunJob } from './backups/jobs.ts'
import { checkedAtOnce, type OpenedStore } from './opened-store.ts'

/** People get to work first, in milliseconds. */
const after = 20_000

/**
 * Looks at a big store from end to end on a thread of its own, once it has been open for a while: a small one is checked while
 * it opens, a big one would keep everybody waiting. Tells what is wrong (P5). Returns how to call it off.
 */
export function examineLater(
  { file }: OpenedStore,
  runJob: RunJob,
  damaged: (detail: string) => void,
): () => void {
  if (statSync(file).size <= checkedAtOnce) return () => undefined
  let calledOff = false
  const timer = setTimeout(() => {
    void runJob('examine', { file }).then(
      ({ damage }) => {
        if (damage !== null && !calledOff) damaged(damage)
      },
      // What could not be looked at is no reason to stop anybody's work.
      () => undefined,
    )
  }, after)
  timer.unref()
  return () => {
    calledOff = true
    clearTimeout(timer)
  }
}
