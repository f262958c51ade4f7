import path from 'node:path'
import type { z } from 'zod'
import type { Topic } from '#shared/contract/declare.ts'
import { setup, type Locale } from '#shared/contract/setup.ts'
import { Refusal, refuse } from '#shared/errors.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { systemClock, type Clock } from '#main/platform/clock.ts'
import { countOpenPlans } from '#main/store/read/totals.ts'
import type { CallContext } from './call-context.ts'
import { createStore } from './create-store.ts'
import { makeDemo, type DemoOptions } from './demo.ts'
import { toFailure, type LogFailure } from './failure.ts'
import { storeExists, type Answer } from './open-application.ts'
import { kindOf } from './store-failure.ts'
import { openStoreFile, statusOf, type Opened } from './opened-store.ts'
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
  readonly progress?: (task: string, done: number, total: number) => void
  /** How often the watched folder of recordings is looked at, in milliseconds. */
  readonly scanEveryMs?: number
}

/** What is open, in the facts of the line that a start prints. */
export type Summary =
  | {
      readonly state: 'open'
      readonly name: string
      readonly today: BusinessDate
      readonly openPlans: number
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
  /** Closes the store, which folds its log into its file. */
  readonly close: () => void
}

type Verb = keyof typeof setup
type Verbs = {
  readonly [V in Verb]: (input: z.output<(typeof setup)[V]['input']>, context: CallContext) => unknown
}

const everything: readonly Topic[] = ['store', 'staff', 'customers', 'plans', 'losses', 'checks', 'imports']
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

  const open = (file: string): Opened => openStoreFile(file, { migrationsFolder, clock, log, locale })
  const openLive = (): Opened =>
    storeFile !== undefined || storeExists(liveFile) ? open(liveFile) : { state: 'no_store' }
  let toldToday: BusinessDate | undefined
  let opened: Opened = { state: 'no_store' }
  let stopWatching: () => void = () => undefined
  switchTo(storeFile === undefined && demo.wasOpen() ? open(demo.file) : openLive())

  /** What was open is closed only now that the other is open. */
  function switchTo(next: Opened): void {
    stopWatching()
    if (opened.state === 'open') opened.application.close()
    if (next.state === 'open') next.application.onChange(tell)
    stopWatching = next.state === 'open' ? watchRecordings(next, scanEveryMs, log) : () => undefined
    opened = next
    toldToday = undefined
    tell(everything)
  }

  /** A window started for one file goes back to it the next time; the machine's own goes on where it was. */
  function remember(which: 'demo' | 'live'): void {
    if (storeFile === undefined) demo.remember(which)
  }

  const verbs: Verbs = {
    state: (_input, context) => {
      // Asked again, a file that was in use or out of reach may open.
      if (opened.state === 'failed') {
        const again = open(opened.file)
        if (again.state === 'open') switchTo(again)
      }
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
    retry: () => null,
    backups: () => ({ backups: [], folder: '', second: null }),
    restore: () => refuse('NOT_FOUND', { what: 'backup' }),
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
  // One after the other: while the demo store is made, the question what is open waits for its answer.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work)
    last = result
    return result
  }

  return {
    answerAsync: (call, input, context) => {
      const [noun, verb = ''] = call.split('.')
      if (noun === 'setup' && isVerb(verb)) return inTurn(() => answerSetup(verb, input, context))
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
        return { state: 'open', name, today, openPlans: countOpenPlans(opened.application.store) }
      } catch (error) {
        return { state: 'failed', code: toFailure(error, locale, log).code }
      }
    },
    close: () => {
      stopWatching()
      if (opened.state === 'open') opened.application.close()
      opened = { state: 'no_store' }
    },
  }
}

const isVerb = (verb: string): verb is Verb => Object.hasOwn(setup, verb)
