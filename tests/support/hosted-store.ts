import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { runHere } from '#main/application/backups/jobs.ts'
import { makeStoreHost, type HostOptions, type StoreHost } from '#main/application/host.ts'
import type { CallContext } from '#main/application/call-context.ts'
import { verifyStore } from '#main/application/verify/index.ts'
import { closeReading, openForReading } from '#main/store/open.ts'
import type { Failure } from '#shared/errors.ts'
import {
  at,
  migrationsFolder,
  openTrainingStore,
  type PersonName,
  type TrainingStore,
} from './training-store.ts'

/** A folder that goes when the test is over. */
export function makeFolder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'showroom-backups-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

/** A filled training store that a host holds open, as the application does; its clock is set by hand. */
export interface HostedStore {
  readonly file: string
  readonly backups: string
  readonly store: TrainingStore
  readonly host: () => StoreHost
  readonly setNow: (text: string) => void
  readonly answer: (
    as: PersonName | string | null,
    call: string,
    input?: unknown,
  ) => ReturnType<StoreHost['answerAsync']>
  /** The value of a call that must succeed. */
  readonly ok: <T = Record<string, unknown>>(
    as: PersonName | string | null,
    call: string,
    input?: unknown,
  ) => Promise<T>
  readonly refused: (as: PersonName | string | null, call: string, input?: unknown) => Promise<Failure>
  readonly signIn: (as: PersonName) => Promise<string>
  readonly restart: (options?: Partial<HostOptions>) => StoreHost
}

/** The content of a store as one digest. */
export function digestOfFile(file: string): string {
  const store = openForReading(file)
  try {
    return verifyStore(store, 'en').digest
  } finally {
    closeReading(store)
  }
}

/** What a check of the whole store finds. */
export function auditFindings(file: string): readonly unknown[] {
  const store = openForReading(file)
  try {
    return verifyStore(store, 'en').problems
  } finally {
    closeReading(store)
  }
}

/** Opens a training store of somebody's making in a host. */
export function hostStore(
  fill: (store: TrainingStore) => void = () => undefined,
  options: Partial<HostOptions> = {},
): HostedStore {
  const store = openTrainingStore()
  fill(store)
  store.application.close()
  let now = at('2026-03-02 10:00')
  let host: StoreHost | undefined
  const start = (others: Partial<HostOptions> = {}) => {
    host?.close()
    host = makeStoreHost({
      dataFolder: path.dirname(store.file),
      storeFile: store.file,
      migrationsFolder,
      locale: 'zh-CN',
      clock: { now: () => now },
      scanEveryMs: 3_600_000,
      runJob: runHere,
      seedDemo: () => [],
      ...options,
      ...others,
    })
    return host
  }
  start()
  onTestFinished(() => host?.close())
  const current = () => host ?? start()
  const answer: HostedStore['answer'] = (as, call, input) => {
    const token = as !== null && as in store.tokens ? store.tokens[as as PersonName] : (as ?? undefined)
    const context: CallContext = { token }
    return current().answerAsync(call, input, context)
  }
  return {
    file: store.file,
    backups: path.join(path.dirname(store.file), 'backups'),
    store,
    host: current,
    setNow: (text) => {
      now = at(text)
    },
    answer,
    ok: async <T>(as: PersonName | string | null, call: string, input?: unknown) => {
      const answered = await answer(as, call, input)
      if (!answered.ok) throw new Error(`${call}: ${JSON.stringify(answered.error)}`)
      return answered.value as T
    },
    refused: async (as, call, input) => {
      const answered = await answer(as, call, input)
      if (answered.ok) throw new Error(`${call} was not refused`)
      return answered.error
    },
    signIn: async (as) => {
      const password = as === 'admin' ? 'p' : as
      const answered = await current().answerAsync('session.signIn', { login: as, password }, {})
      if (!answered.ok) throw new Error(JSON.stringify(answered.error))
      return (answered.value as { token: string }).token
    },
    restart: start,
  }
}
