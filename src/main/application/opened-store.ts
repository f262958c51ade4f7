import { statSync } from 'node:fs'
import type { Locale } from '#shared/contract/setup.ts'
import { refuse, type Failure } from '#shared/errors.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Clock } from '#main/platform/clock.ts'
import { demandWritable } from '#main/store/transaction.ts'
import type { CallContext } from './call-context.ts'
import { toFailure, type LogFailure } from './failure.ts'
import {
  openApplication,
  storeExists,
  type Application,
  type ApplicationOptions,
} from './open-application.ts'

/** A store that is open, or why none is. A file that cannot be opened is shown as failed, never replaced. */
export type Opened =
  | { readonly state: 'no_store' }
  | { readonly state: 'failed'; readonly file: string; readonly failure: Failure; readonly cause: unknown }
  | OpenedStore

export interface OpenedStore {
  readonly state: 'open'
  readonly file: string
  readonly application: Application
  /** The clock of each call: a training store would otherwise stand where a drill last set it. */
  readonly clockOfCall: () => CallContext
}

export interface OpeningOptions {
  readonly migrationsFolder: string
  readonly clock: Clock
  readonly log: LogFailure
  /** The language of what is said when it fails. */
  readonly locale: Locale
  readonly backups?: ApplicationOptions['backups']
  readonly runJob?: ApplicationOptions['runJob']
  readonly owner?: ApplicationOptions['owner']
  readonly note?: ApplicationOptions['note']
  readonly counted?: ApplicationOptions['counted']
  /** True: checked from end to end first, whatever its size. */
  readonly check?: boolean | undefined
}

/** A file up to so many bytes is checked whenever it is opened: some 15 ms. A bigger one is looked at afterwards, see `host.ts`. */
export const checkedAtOnce = 8 * 1024 * 1024

/** Opens a store file; where there is none, the answer is why. */
export function openStoreFile(file: string, { locale, ...options }: OpeningOptions): Opened {
  try {
    if (!storeExists(file)) return refuse('FILE_REFUSED', { reason: 'not_found' })
    // A log still beside it means that the last run did not end by itself: then the file is checked first (P3).
    const check = options.check ?? (hasLog(file) || statSync(file).size <= checkedAtOnce)
    const application = openApplication({ ...options, file, check })
    demandWriting(application)
    const clockOfCall = application.isTraining() ? () => ({ now: options.clock.now() }) : () => ({})
    return { state: 'open', file, application, clockOfCall }
  } catch (error) {
    return { state: 'failed', file, failure: toFailure(error, locale, options.log), cause: error }
  }
}

/** Nobody could even sign in to a store that takes no writing, so it counts as one that does not open (P6). */
function demandWriting({ store, close }: Application): void {
  try {
    demandWritable(store)
  } catch (error) {
    close()
    throw error
  }
}

/** A log without a byte is what a reader leaves. */
const hasLog = (file: string): boolean => (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0

/** The name of an open store and its business date. */
export function statusOf(opened: OpenedStore): { readonly name: string; readonly today: BusinessDate } {
  const answer = opened.application.answer('store.status', undefined, opened.clockOfCall())
  if (!answer.ok) throw new Error(`the store does not tell its state: ${answer.error.code}`)
  return answer.value as { readonly name: string; readonly today: BusinessDate }
}
