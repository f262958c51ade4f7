import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Topic } from '#shared/contract/declare.ts'
import { findDeclaration } from '#shared/contract/index.ts'
import type { Scanned } from '#shared/contract/recordings.ts'
import type { Locale } from '#shared/contract/setup.ts'
import { Refusal, type Failure } from '#shared/errors.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Rolled } from '#main/daily/day-roll.ts'
import { systemClock, type Clock } from '#main/platform/clock.ts'
import { finishErasing } from '#main/commands/privacy/erase-preparation.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { closeKeepingOwner, closeStore, foldLog, openStore } from '#main/store/open.ts'
import type { Owner } from '#main/store/owner-lock.ts'
import type { Counted } from '#main/store/read/content-sums.ts'
import { getStore } from '#main/store/read/store.ts'
import type { CallContext } from './call-context.ts'
import { makeCaller, type Caller } from './call.ts'
import { toFailure, type LogFailure } from './failure.ts'
import { runHere, type RunJob } from './backups/jobs.ts'
import { makeKeeper, type Keeper } from './backups/keeper.ts'
import { backUpBefore, reasonBefore } from './backups/preparations.ts'
import { makeOverwriting } from './overwriting.ts'
import { needsPreparation, prepare } from './prepare.ts'
import { makeTurn, scanByItself, type ScanOptions } from './scan-recordings.ts'
import { startSums } from './start-sums.ts'

export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: Failure }

/** A store that is open, and the one way to ask it. It does not know where it runs or who shows its answers. */
export interface Application {
  readonly file: string
  /** Answers a call that needs nothing from outside the store, in one turn. */
  readonly answer: (path: string, input: unknown, context: CallContext) => Answer
  /** The same for every call: files are read before the transaction begins, because nothing may wait inside it. */
  readonly answerAsync: (path: string, input: unknown, context: CallContext) => Promise<Answer>
  /** Judges what has fallen due, if the date has changed. A training store needs to be told the time. */
  readonly rollIfDue: (context?: CallContext, confirmed?: BusinessDate | null) => Rolled
  /** Takes in what is new in the watched folder; undefined when there was nothing to do. */
  readonly scanRecordings: (context?: CallContext, options?: ScanOptions) => Promise<Scanned | undefined>
  /** Session, permission and input only; throws a Refusal. */
  readonly check: Caller['check']
  /** The language of what is said to a caller. */
  readonly localeOf: (context: CallContext) => Locale
  readonly isClosed: () => boolean
  readonly isTraining: () => boolean
  /** Told after every success what has changed; returns how to stop listening. */
  readonly onChange: (listener: (topics: readonly Topic[]) => void) => () => void
  /** For tools that check or fill a store; screens never get it. */
  readonly store: ReadableStore
  /** Keeps the backups of this store (P4). */
  readonly keeper: Keeper
  readonly close: () => void
  /** Closes it, every commit folded into its file, and keeps the right to the file for whoever replaces it. Refuses STORE_BUSY. */
  readonly handOver: () => Owner | undefined
}

/**
 * Which backups are made without being asked for (P4): none, those before acts that change much, or these and one every
 * half hour.
 */
export type BackupsOf = 'none' | 'acts' | 'acts_and_time'

export interface ApplicationOptions {
  readonly file: string
  readonly migrationsFolder: string
  readonly clock?: Clock
  readonly log?: LogFailure
  /** Runs the quick check of the file first (P3). */
  readonly check?: boolean
  /** Default none: a store that is filled, measured or tested makes none by itself. */
  readonly backups?: BackupsOf | undefined
  /** Where backups are made: here by default, or on a thread of their own. */
  readonly runJob?: RunJob | undefined
  /** The right to the file where the opener has it already (P7). */
  readonly owner?: Owner | undefined
  /** Told in one line what was set right while it opened, for the log. */
  readonly note?: ((text: string) => void) | undefined
  /** Told how far the content is counted, where this opening has to (S6): seconds for a big store. */
  readonly counted?: Counted | undefined
}

const logToError: LogFailure = (incidentId, error) => {
  console.error(`[incident ${incidentId}]`, error)
}

/** A migration counts the content before it and after: told as one way. */
function twoCounts(counted: Counted): { readonly before: Counted; readonly after: Counted } {
  let before = 0
  return {
    before: (done, total) => {
      before = total
      counted(done, 2 * total)
    },
    after: (done, total) => counted(before + done, before + total),
  }
}

/**
 * Opens a store file for calls.
 * Refuses with STORE_DAMAGED, STORE_FROM_FUTURE or NOT_FOUND; the file is not changed then.
 */
export function openApplication(options: ApplicationOptions): Application {
  const { file, migrationsFolder, clock = systemClock, log = logToError, check } = options
  const { backups = 'none', runJob = runHere, owner, note } = options
  const counting = options.counted && twoCounts(options.counted)
  const store = openStore(file, { migrationsFolder, check, owner, note, counted: counting?.before })
  try {
    startSums(store, clock, counting?.after)
  } catch (error) {
    closeStore(store)
    throw error
  }
  const listeners = new Set<(topics: readonly Topic[]) => void>()
  let closed = false
  const changed = (topics: readonly Topic[]) => {
    for (const listener of listeners) listener(topics)
  }
  const caller = makeCaller(store, { clock, changed })
  const keeper = makeKeeper({
    store,
    file,
    migrationsFolder,
    clock,
    runJob,
    scheduled: backups === 'acts_and_time',
    changed: () => changed(['backups']),
  })
  const overwriting = makeOverwriting(store, { file, runJob, keeper })
  // S7 An erasure that a crash cut short is finished.
  void finishErasing(store, overwriting.run).catch(() => false)
  const localeOf = (context: CallContext): Locale =>
    context.locale ?? (getStore(store).locale === 'en' ? 'en' : 'zh-CN')

  /** Whoever asked while another file took this one's place signs in to that one. */
  const gone = (context: CallContext): Answer => ({
    ok: false,
    error: toFailure(new Refusal('NOT_SIGNED_IN', {}), context.locale ?? 'zh-CN', log),
  })
  const answer = (path: string, input: unknown, context: CallContext): Answer => {
    if (closed) return gone(context)
    try {
      return { ok: true, value: caller.call(path, input, context) }
    } catch (error) {
      return { ok: false, error: toFailure(error, localeOf(context), log) }
    }
  }
  const inTurn = makeTurn()
  const answerPrepared = async (path: string, input: unknown, context: CallContext): Promise<Answer> => {
    if (closed) return gone(context)
    const locale = localeOf(context)
    try {
      const checked = caller.check(path, input, context)
      if (checked.repeated) return answer(path, input, context)
      const { now, today, policy, scope } = checked
      if (backups !== 'none') await backUpBefore(path, { keeper, locale, log })
      if (!needsPreparation(path)) return answer(path, input, context)
      const prepared = await prepare(path, checked.input, {
        store,
        now,
        today,
        policy,
        scope,
        locale,
        ask: (query, asked) => caller.call(query, asked, { ...context, commandId: undefined }),
        progress: context.progress ?? (() => undefined),
        folder: dirname(file),
        keeper,
        overwrite: overwriting.run,
        lookUp: (customerId) => runJob('lookUp', { file, customerId }),
        lookUpInFull: (customerId) => runJob('lookUpInFull', { file, customerId }),
      })
      await overwriting.free()
      const { repeated, answered } = answerWith(prepared.value, path, input, context)
      await (repeated || !answered.ok ? prepared.discard?.() : prepared.settle?.())
      return answered
    } catch (error) {
      // What fails because the store is gone is no bug.
      return closed ? gone(context) : { ok: false, error: toFailure(error, locale, log) }
    }
  }
  /** What was prepared is taken back whatever speaks against the act by now: its session may have ended meanwhile (S4). */
  const answerWith = (value: unknown, path: string, input: unknown, context: CallContext) => {
    if (closed) return { repeated: false, answered: gone(context) }
    try {
      // While its files were read, the same command may have been answered on another line.
      const { repeated } = caller.check(path, input, context)
      return { repeated, answered: answer(path, input, { ...context, prepared: value }) }
    } catch (error) {
      return {
        repeated: false,
        answered: { ok: false, error: toFailure(error, localeOf(context), log) } as const,
      }
    }
  }
  const answerAsync = async (path: string, input: unknown, context: CallContext): Promise<Answer> => {
    if (findDeclaration(path)?.kind === 'command') await overwriting.free()
    const backedUp = backups !== 'none' && reasonBefore(path) !== undefined
    if (!needsPreparation(path) && !backedUp) return answer(path, input, context)
    // Two scans at once would take in the same files.
    return path === 'recordings.scan'
      ? inTurn(() => answerPrepared(path, input, context))
      : answerPrepared(path, input, context)
  }
  return {
    file,
    answer,
    answerAsync,
    rollIfDue: caller.rollIfDue,
    scanRecordings: (context = {}, scanOptions = {}) =>
      inTurn(async () => {
        await overwriting.free()
        return scanByItself(store, caller, () => closed, context, scanOptions)
      }),
    check: caller.check,
    localeOf,
    isClosed: () => closed,
    isTraining: () => getStore(store).kind === 'training',
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    store,
    keeper,
    close: () => {
      closed = true
      closeStore(store)
    },
    handOver: () => {
      foldLog(store)
      closed = true
      return closeKeepingOwner(store)
    },
  }
}

/** Whether there is a file at all; what is in it, opening tells. */
export const storeExists = (file: string): boolean => existsSync(file)
