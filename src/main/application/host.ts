import path from 'node:path'
import type { z } from 'zod'
import type { Topic } from '#shared/contract/declare.ts'
import { contract } from '#shared/contract/index.ts'
import { setup, type Locale } from '#shared/contract/setup.ts'
import { Refusal, refuse } from '#shared/errors.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { systemClock, type Clock } from '#main/platform/clock.ts'
import type { Owner } from '#main/store/owner-lock.ts'
import { countOpenPlans } from '#main/store/read/totals.ts'
import { findUpdateSource } from '#main/store/read/update-source.ts'
import type { RunJob } from './backups/jobs.ts'
import type { Keeper } from './backups/keeper.ts'
import { isLeftBehind, rescueBackups } from './backups/rescue.ts'
import { runOnThread } from './backups/run-job.ts'
import type { SwapStep } from './backups/swap.ts'
import type { CallContext } from './call-context.ts'
import { createStore } from './create-store.ts'
import { makeDemo, type DemoOptions } from './demo.ts'
import { examineLater } from './examine-later.ts'
import { toFailure, type LogFailure } from './failure.ts'
import {
  demandFailed,
  isRestoreCall,
  restoreByCall,
  restoreByRescue,
  type RestoreCall,
} from './host-restore.ts'
import { storeExists, type Answer, type Application, type BackupsOf } from './open-application.ts'
import { kindOf } from './store-failure.ts'
import { openStoreFile, statusOf, type Opened, type OpenedStore } from './opened-store.ts'
import { looksOf, takesLong } from './store-looks.ts'
import { storeFacts, type StoreFacts } from './store-facts.ts'
import { parseInput } from './parse.ts'
import type { Answering } from './router.ts'
import { scansEvery, watchRecordings } from './watch-recordings.ts'

export interface HostOptions extends DemoOptions {
  /** Opens this file instead of the store of this machine. */
  readonly storeFile?: string | undefined
  /** The language of what is said while no store is open. */
  readonly locale?: Locale
  readonly clock?: Clock
  readonly log?: LogFailure
  /** Told in one line what was set right by itself, for the log. */
  readonly note?: ((text: string) => void) | undefined
  readonly progress?: (task: string, done: number, total: number) => void
  /** How often the watched folder of recordings is looked at, in milliseconds. */
  readonly scanEveryMs?: number
  /** Which backups are made by themselves; the demo store has none (P4). Default: before acts, and by time. */
  readonly backups?: BackupsOf
  /** Where backups are made: on a thread of their own by default. */
  readonly runJob?: RunJob
  /** Told at each moment of a restore at which the process may die: for tests, which die there. */
  readonly onRestoreStep?: (step: SwapStep) => void
}

/** What is open, in the facts of the line that a start prints. */
export type Summary =
  | {
      readonly state: 'open'
      readonly name: string
      readonly today: BusinessDate
      readonly openPlans: number
      /** The address or folder of updates; null for none. */
      readonly updateSource: string | null
    }
  | { readonly state: 'no_store' }
  | { readonly state: 'failed'; readonly code: string }

/** Answers every call of the contract, `setup` included, whichever store is open or none. */
export interface StoreHost extends Answering {
  /** Rolls what is due, and tells the windows of a new business date. To be called every little while. */
  readonly tick: () => void
  /** For a start that nobody looks at: opens the demo store where there is no other. */
  readonly openDemoIfEmpty: (locale: Locale) => Promise<Answer | undefined>
  readonly summary: () => Summary
  /** The store that is open: for tests and tools; screens never get it. */
  readonly openedApplication: () => Application | undefined
  /** What support may know: numbers and codes. */
  readonly facts: () => StoreFacts
  /** Closes the store, which folds its log into its file. */
  readonly close: () => void
  /**
   * The same after a backup, where something changed since the last (P4). Whoever gives `backingUp` is told when there is one to wait for, and
   * says by `leave` when he does not; for anybody else it ends after a few seconds.
   */
  readonly quit: (backingUp?: () => void) => Promise<void>
  /** Ends the waiting of `quit`: the next start makes the backup. */
  readonly leave: () => void
}

type Verb = keyof typeof setup
type Verbs = {
  readonly [V in Verb]: (input: z.output<(typeof setup)[V]['input']>, context: CallContext) => unknown
}

const everything: readonly Topic[] = [
  'store',
  'staff',
  'customers',
  'plans',
  'losses',
  'checks',
  'imports',
  'backups',
]
const logToError: LogFailure = (incidentId, error) => {
  console.error(`[incident ${incidentId}]`, error)
}

/** Makes the host and opens what was open last: the store of this machine, or the demo store. */
export function makeStoreHost(options: HostOptions): StoreHost {
  const { dataFolder, migrationsFolder, storeFile } = options
  const {
    locale = 'zh-CN',
    clock = systemClock,
    log = logToError,
    progress,
    scanEveryMs = scansEvery,
  } = options
  const liveFile = storeFile ?? path.join(dataFolder, 'store.db')
  const demo = makeDemo(options)
  const listeners = new Set<(topics: readonly Topic[]) => void>()
  const tell = (topics: readonly Topic[]) => {
    for (const listener of listeners) listener(topics)
  }

  const runJob = options.runJob ?? runOnThread
  /** The demo store can be made again: it is backed up when somebody asks, and not by itself. */
  const backups = (file: string) => (file === demo.file ? 'none' : (options.backups ?? 'acts_and_time'))
  const open = (file: string, owner?: Owner, check?: boolean): Opened =>
    openStoreFile(file, {
      migrationsFolder,
      clock,
      log,
      locale,
      runJob,
      owner,
      check,
      note: options.note,
      counted: progress && ((done, total) => progress('store.open', done, total)),
      backups: backups(file),
    })
  const restoring = { migrationsFolder, clock, runJob, reopen: open, onStep: options.onRestoreStep }
  const openLive = (): Opened =>
    storeFile !== undefined || storeExists(liveFile) || isLeftBehind(liveFile)
      ? open(liveFile)
      : { state: 'no_store' }
  let toldToday: BusinessDate | undefined
  let opened: Opened = { state: 'no_store' }
  let stopWatching: () => void = () => undefined
  let damagedLooks: string | undefined
  let leave: () => void = () => undefined
  const left = new Promise<void>((resolve) => {
    leave = resolve
  })
  switchTo(storeFile === undefined && demo.wasOpen() ? open(demo.file) : openLive())

  /** What was open is closed only now that the other is open. */
  function switchTo(next: Opened): void {
    stopWatching()
    if (opened.state === 'open') opened.application.close()
    if (next.state === 'open') next.application.onChange(tell)
    if (next.state === 'open') {
      const stopScans = watchRecordings(next, scanEveryMs, log)
      const stopExamining = examineLater(next, runJob, (detail) => fail(next, detail))
      stopWatching = () => {
        stopScans()
        stopExamining()
      }
    } else stopWatching = () => undefined
    opened = next
    if (next.state === 'failed') damagedLooks = looksOf(next.file)
    toldToday = undefined
    tell(everything)
  }

  /** What was found damaged while people work in it is closed: nothing more is written over what may be saved (P5). */
  function fail(damaged: OpenedStore, detail: string): void {
    if (opened !== damaged) return
    const cause = new Refusal('STORE_DAMAGED', { detail })
    switchTo({ state: 'failed', file: damaged.file, failure: toFailure(cause, locale, log), cause })
  }

  /**
   * Asked again, a file that was in use or out of reach may open. What was damaged is looked at from end to end, and what did not
   * migrate is migrated again, which takes seconds where it is big: by itself only when something has happened to it since.
   */
  function retry(as: 'asked' | 'by_itself'): void {
    if (opened.state !== 'failed') return
    if (as === 'by_itself' && takesLong(opened.failure) && looksOf(opened.file) === damagedLooks) return
    const again = open(opened.file, undefined, opened.failure.code === 'STORE_DAMAGED' ? true : undefined)
    if (again.state === 'open') switchTo(again)
    else opened = again
    damagedLooks = looksOf(again.state === 'no_store' ? liveFile : again.file)
  }

  /** A window started for one file goes back to it the next time; the machine's own goes on where it was. */
  function remember(which: 'demo' | 'live'): void {
    if (storeFile === undefined) demo.remember(which)
  }

  const verbs: Verbs = {
    state: (_input, context) => {
      retry('by_itself')
      return {
        state: opened.state,
        failure:
          opened.state === 'failed'
            ? { ...opened.failure, path: opened.file, ...kindOf(opened.failure, context.locale ?? locale) }
            : null,
        storePath: opened.state === 'no_store' ? null : opened.file,
        demo: opened.state === 'open' && opened.file === demo.file ? demo.logins() : null,
      }
    },
    create: (input) => {
      if (isLeftBehind(liveFile)) refuse('FILE_REFUSED', { reason: 'left_behind' })
      createStore({ ...input, file: liveFile, migrationsFolder, now: clock.now() })
      remember('live')
      switchTo(openLive())
      return null
    },
    openDemo: async (input) => {
      if (opened.state === 'open' && opened.file === demo.file) return null
      await demo.make(clock.now(), input.locale)
      const next = open(demo.file)
      if (next.state === 'failed') throw next.cause
      remember('demo')
      switchTo(next)
      return null
    },
    leaveDemo: () => {
      if (opened.state === 'no_store' || opened.file !== demo.file) return null
      remember('live')
      switchTo(openLive())
      return null
    },
    retry: () => {
      retry('asked')
      return null
    },
    backups: () =>
      rescueBackups(demandFailed(opened).file, migrationsFolder, {
        runJob,
        as: 'screen',
        told: () => tell(['backups']),
      }),
    restore: async (input, context) => {
      const { opened: next, value } = await restoreByRescue(demandFailed(opened), input, {
        ...restoring,
        locale: context.locale ?? locale,
      })
      switchTo(next)
      return value
    },
  }

  const answerSetup = async (verb: Verb, input: unknown, context: CallContext): Promise<Answer> => {
    const declaration = setup[verb]
    try {
      const run = verbs[verb] as (parsed: unknown, context: CallContext) => unknown
      const value = await run(parseInput(declaration.input, input), context)
      return { ok: true, value: declaration.output.parse(value) }
    } catch (error) {
      return { ok: false, error: toFailure(error, context.locale ?? locale, log) }
    }
  }
  const answerRestore = async (call: RestoreCall, input: unknown, context: CallContext): Promise<Answer> => {
    const was = opened
    if (was.state !== 'open') return failure(new Refusal('NOT_FOUND', { what: 'store' }), context)
    try {
      const done = await restoreByCall(was, { call, input, context }, restoring)
      switchTo(done.opened)
      return { ok: true, value: contract.backups.restore.output.parse(done.value) }
    } catch (error) {
      // Closed or found damaged meanwhile: whoever waits for a restore of it signs in to what comes.
      if (opened !== was) return failure(new Refusal('NOT_SIGNED_IN', {}), context)
      // The very last step may have failed after the store was closed: then it is opened as it was.
      if (was.application.isClosed()) switchTo(open(was.file))
      return failure(error, context)
    }
  }
  const failure = (error: unknown, context: CallContext): Answer => ({
    ok: false,
    error: toFailure(error, context.locale ?? locale, log),
  })
  // One after the other: while the demo store is made, the question what is open waits for its answer.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work)
    last = result.catch(() => undefined)
    return result
  }

  return {
    answerAsync: (call, input, context) => {
      const [noun, verb = ''] = call.split('.')
      if (noun === 'setup' && isVerb(verb)) return inTurn(() => answerSetup(verb, input, context))
      if (isRestoreCall(call)) return inTurn(() => answerRestore(call, input, context))
      if (opened.state === 'open') {
        const told = progress && ((done: number, total: number) => progress(call, done, total))
        return opened.application.answerAsync(call, input, {
          ...context,
          ...opened.clockOfCall(),
          progress: told,
        })
      }
      const noStore = new Refusal('NOT_FOUND', { what: 'store' })
      return Promise.resolve({ ok: false, error: toFailure(noStore, context.locale ?? locale, log) })
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    tick: () => {
      if (opened.state !== 'open') return
      try {
        opened.application.rollIfDue(opened.clockOfCall())
        void opened.application.keeper.tick()
        const { today } = statusOf(opened)
        if (toldToday !== undefined && today !== toldToday) tell(['store'])
        toldToday = today
      } catch (error) {
        toFailure(error, locale, log)
      }
    },
    openDemoIfEmpty: (locale) =>
      inTurn(() =>
        opened.state === 'no_store'
          ? answerSetup('openDemo', { locale }, { locale })
          : Promise.resolve(undefined),
      ),
    summary: () => {
      if (opened.state === 'no_store') return { state: 'no_store' }
      if (opened.state === 'failed') return { state: 'failed', code: opened.failure.code }
      try {
        const { name, today } = statusOf(opened)
        const { store } = opened.application
        return {
          state: 'open',
          name,
          today,
          openPlans: countOpenPlans(store),
          updateSource: findUpdateSource(store),
        }
      } catch (error) {
        return { state: 'failed', code: toFailure(error, locale, log).code }
      }
    },
    openedApplication: () => (opened.state === 'open' ? opened.application : undefined),
    facts: () => storeFacts(opened, clock.now()),
    quit: async (backingUp) => {
      if (opened.state === 'open' && backups(opened.file) === 'acts_and_time') {
        const { keeper } = opened.application
        const made = keeper.ensure('quit').catch(() => undefined)
        if (backingUp && isChanged(keeper)) {
          backingUp()
          await Promise.race([made, left])
        } else await patiently(made)
      }
      close()
    },
    leave: () => leave(),
    close,
  }

  function close(): void {
    stopWatching()
    if (opened.state === 'open') opened.application.close()
    opened = { state: 'no_store' }
  }
}

/** Whether there is something to back up; a folder that cannot be read is told by the backup itself. */
function isChanged(keeper: Keeper): boolean {
  try {
    return keeper.isChanged()
  } catch {
    return false
  }
}

/** How long a quitting application waits for a last backup, in milliseconds: the next start makes it otherwise. */
const patience = 4_000

const patiently = (work: Promise<unknown>): Promise<unknown> =>
  Promise.race([
    work.catch(() => undefined),
    new Promise((resolve) => {
      setTimeout(resolve, patience).unref()
    }),
  ])

const isVerb = (verb: string): verb is Verb => Object.hasOwn(setup, verb)
