import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Topic } from '#shared/contract/declare.ts'
import type { Scanned } from '#shared/contract/recordings.ts'
import type { Locale } from '#shared/contract/setup.ts'
import type { Failure } from '#shared/errors.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Rolled } from '#main/daily/day-roll.ts'
import { systemClock, type Clock } from '#main/platform/clock.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { closeStore, openStore } from '#main/store/open.ts'
import { getStore } from '#main/store/read/store.ts'
import type { CallContext } from './call-context.ts'
import { makeCaller } from './call.ts'
import { toFailure, type LogFailure } from './failure.ts'
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
  readonly isTraining: () => boolean
  /** Told after every success what has changed; returns how to stop listening. */
  readonly onChange: (listener: (topics: readonly Topic[]) => void) => () => void
  /** For tools that check or fill a store; screens never get it. */
  readonly store: ReadableStore
  readonly close: () => void
}

export interface ApplicationOptions {
  readonly file: string
  readonly migrationsFolder: string
  readonly clock?: Clock
  readonly log?: LogFailure
  /** Runs the quick check of the file first (P3). */
  readonly check?: boolean
}

const logToError: LogFailure = (incidentId, error) => {
  console.error(`[incident ${incidentId}]`, error)
}

/**
 * Opens a store file for calls.
 * Refuses with STORE_DAMAGED, STORE_FROM_FUTURE or NOT_FOUND; the file is not changed then.
 */
export function openApplication(options: ApplicationOptions): Application {
  const { file, migrationsFolder, clock = systemClock, log = logToError, check } = options
  const store = openStore(file, { migrationsFolder, check })
  try {
    startSums(store, clock)
  } catch (error) {
    closeStore(store)
    throw error
  }
  const listeners = new Set<(topics: readonly Topic[]) => void>()
  const caller = makeCaller(store, {
    clock,
    changed: (topics) => {
      for (const listener of listeners) listener(topics)
    },
  })
  const localeOf = (context: CallContext): Locale =>
    context.locale ?? (getStore(store).locale === 'en' ? 'en' : 'zh-CN')

  const answer = (path: string, input: unknown, context: CallContext): Answer => {
    try {
      return { ok: true, value: caller.call(path, input, context) }
    } catch (error) {
      return { ok: false, error: toFailure(error, localeOf(context), log) }
    }
  }
  const inTurn = makeTurn()
  let closed = false
  const answerPrepared = async (path: string, input: unknown, context: CallContext): Promise<Answer> => {
    const locale = localeOf(context)
    try {
      const checked = caller.check(path, input, context)
      if (checked.repeated) return answer(path, input, context)
      const { now, today, policy, scope } = checked
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
      })
      // While its files were read, the same command may have been answered on another line.
      const { repeated } = caller.check(path, input, context)
      const answered = answer(path, input, { ...context, prepared: prepared.value })
      await (repeated || !answered.ok ? prepared.discard?.() : prepared.settle?.())
      return answered
    } catch (error) {
      return { ok: false, error: toFailure(error, locale, log) }
    }
  }
  const answerAsync = async (path: string, input: unknown, context: CallContext): Promise<Answer> => {
    if (!needsPreparation(path)) return answer(path, input, context)
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
      inTurn(() => scanByItself(store, caller, () => closed, context, scanOptions)),
    isTraining: () => getStore(store).kind === 'training',
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    store,
    close: () => {
      closed = true
      closeStore(store)
    },
  }
}

/** Whether there is a file at all; what is in it, opening tells. */
export const storeExists = (file: string): boolean => existsSync(file)
