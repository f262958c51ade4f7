import type { Topic } from '#shared/contract/declare.ts'
import type { Scanned } from '#shared/contract/recordings.ts'
import { hasWork, saveScan } from '#main/commands/recordings/recording-matches.ts'
import { prepareScanning } from '#main/commands/recordings/recording-scan.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import type { CallContext } from './call-context.ts'
import type { Caller } from './call.ts'

const changes: readonly Topic[] = ['recordings', 'customers', 'plans', 'checks']

/** One thing after the other: whoever comes while something is under way waits until it is over. */
export function makeTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const result = last.then(work)
    last = result.catch(() => undefined)
    return result
  }
}

export interface ScanOptions {
  /** Looks at every file that was kept, as the first scan after opening does. */
  readonly thorough?: boolean
}

/**
 * The scan that nobody asked for: it reads outside, and then writes in one act, or not at all where there is
 * nothing to say. Undefined when the store was closed meanwhile, or its clock cannot be trusted.
 */
export async function scanByItself(
  store: ReadableStore,
  caller: Caller,
  stopped: () => boolean,
  context: CallContext,
  { thorough = false }: ScanOptions,
): Promise<Scanned | undefined> {
  if (stopped()) return undefined
  const begin = caller.momentOf(context)
  if (begin.behind) return undefined
  const scan = await prepareScanning({ store, today: begin.today, now: begin.now, thorough, stopped })
  let stands = false
  try {
    const moment = stopped() ? undefined : caller.momentOf(context)
    if (!moment || moment.behind || !hasWork(store, moment, scan.value)) {
      await scan.discard()
      return undefined
    }
    const did = caller.actAlone('recordings.scan', context, changes, (writable) =>
      saveScan(writable, { ...moment, staffId: null }, scan.value),
    )
    stands = true
    await scan.settle()
    return did
  } catch (error) {
    // Once the act stands its files are kept, whatever becomes of those that nobody needs.
    if (!stands) await scan.discard()
    throw error
  }
}
