import { hasRemains, overwriteNoMore } from '#main/store/remains.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import type { RunJob } from './backups/jobs.ts'
import type { Keeper } from './backups/keeper.ts'

/**
 * S7 Overwriting what an erasure left rewrites the whole file, seconds on a big store. It is done by a job: meanwhile everything can be read,
 * and whoever saves waits for it instead of blocking everybody.
 */
export interface Overwriting {
  /** True when nothing is left. */
  readonly run: () => Promise<boolean>
  /** Resolves when the store may be written. */
  readonly free: () => Promise<void>
}

/** Makes it for an open store. */
export function makeOverwriting(
  store: ReadableStore,
  { file, runJob, keeper }: { readonly file: string; readonly runJob: RunJob; readonly keeper: Keeper },
): Overwriting {
  let under: Promise<unknown> | undefined
  const free = async (): Promise<void> => {
    if (!under) return
    await under
    await free()
  }
  return {
    run: async () => {
      if (!hasRemains(store)) return true
      const { done } = await keeper.alone(() => {
        const work = runJob('overwrite', { file })
        const ended = work.catch(() => undefined)
        under = ended
        void ended.then(() => {
          if (under === ended) under = undefined
        })
        return work
      })
      if (done) overwriteNoMore(store)
      return done
    },
    free,
  }
}
