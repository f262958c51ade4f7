import path from 'node:path'
import type { Application } from '#main/application/open-application.ts'
import { openStoreFile } from '#main/application/opened-store.ts'
import { systemClock } from '#main/platform/clock.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { Locale } from '#shared/contract/setup.ts'
import type { store } from '#shared/contract/store.ts'
import type { Failure } from '#shared/errors.ts'
import type { Around } from '../verb.ts'
import { migrationsFolder } from '../shell.ts'

/** A path as the person meant it. */
export const pathFrom = ({ shell }: Around, file: string): string => path.resolve(shell.folder, file)

type Opened =
  | {
      readonly ok: true
      readonly application: Application
      /** The language of answers: the one asked for, else the store's. */
      readonly locale: Locale
    }
  | { readonly ok: false; readonly error: Failure }

/** Opens the store of a command line, or says why it cannot be opened. */
export function openFor(around: Around, file: string): Opened {
  const { lang, log } = around
  const opened = openStoreFile(pathFrom(around, file), {
    migrationsFolder,
    clock: systemClock,
    log,
    locale: lang ?? 'en',
    // What changes much waits for a backup here as well (P4); nobody waits for a thread.
    backups: 'acts',
  })
  if (opened.state === 'failed') return { ok: false, error: opened.failure }
  if (opened.state === 'no_store') throw new Error('a store file was named and none was opened')
  const { application } = opened
  const status = application.answer('store.status', undefined, {})
  const locale = status.ok ? (status.value as OutputOf<typeof store.status>).locale : 'en'
  return { ok: true, application, locale: lang ?? locale }
}
