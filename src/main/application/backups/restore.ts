import { refuse } from '#shared/errors.ts'
import type { BackupRow } from '#shared/contract/backups.ts'
import type { Locale } from '#shared/contract/setup.ts'
import { texts } from '#shared/text/index.ts'
import { fill } from '#shared/text/say.ts'
import type { Clock } from '#main/platform/clock.ts'
import { realPathOf } from '#main/platform/file-system.ts'
import type { Owner } from '#main/store/owner-lock.ts'
import { listErased } from '#main/store/read/erased.ts'
import { clearStaging, stagingFileOf } from '#main/store/staging.ts'
import type { Application } from '../open-application.ts'
import type { RunJob } from './jobs.ts'
import type { Staged, Staging } from './stage-restore.ts'
import { swapIn, type SwapStep } from './swap.ts'

export interface RestoreOptions {
  readonly file: string
  readonly migrationsFolder: string
  readonly clock: Clock
  readonly locale: Locale
  readonly runJob: RunJob
  /** Told at each moment at which a process may die. */
  readonly onStep?: ((step: SwapStep) => void) | undefined
}

export interface RestoreRequest {
  readonly row: BackupRow
  readonly call: Staging['call']
  readonly who: { readonly staffId: string; readonly name: string }
  readonly reason: string
  /** Who was erased, as far as is known (S7). */
  readonly erased: readonly string[]
  /** Throws where whoever asked may do it no more: making ready takes as long as the file is big (S4). */
  readonly stillMay?: (() => void) | undefined
}

/** A busy store changes while it is backed up; so often it is backed up again before the restore is put off. */
const attempts = 5

async function stage(
  { row, call, who, reason, erased }: RestoreRequest,
  { file, migrationsFolder, clock, locale, runJob }: RestoreOptions,
): Promise<Staged & { readonly staging: string }> {
  if (row.problem) refuse('FILE_REFUSED', { reason: 'bad_backup', data: { problem: row.problem } })
  // Where a link leads, because the rename would replace the link and leave the owner with the file it led to.
  const staging = stagingFileOf(realPathOf(file))
  const staged = await runJob('stage', {
    path: row.path,
    staging,
    migrationsFolder,
    now: clock.now(),
    call,
    staffId: who.staffId,
    erased,
    reason: fill(texts[locale].storeFailures.restored, { reason, name: row.name, who: who.name }),
  })
  return { ...staged, staging }
}

/**
 * Puts a backup in the place of an open store: made ready first, then a backup of what is there, then closed and replaced in
 * one turn. Answers the right to the file, with which it is to be opened again. Where it throws, the store is as it was: open, or,
 * when the very rename failed, closed and free to be opened.
 */
export async function restoreOpenStore(
  application: Application,
  request: RestoreRequest,
  options: RestoreOptions,
): Promise<{
  readonly before: BackupRow
  readonly owner: Owner | undefined
  readonly erasedAgain: number
}> {
  const { keeper } = application
  const { onStep = () => undefined } = options
  const file = realPathOf(options.file)
  const { staging, erasedAgain } = await stage(request, options)
  onStep('staged')
  try {
    let before = await keeper.make('before_restore')
    for (let n = 1; keeper.isChanged(); n += 1) {
      if (n === attempts) refuse('STORE_BUSY', {})
      before = await keeper.make('before_restore')
    }
    await keeper.atRest()
    onStep('backed_up')
    if (keeper.isChanged()) refuse('STORE_BUSY', {})
    request.stillMay?.()
    // Somebody was erased while it was made ready: he would be back in it.
    if (listErased(application.store).length !== request.erased.length) refuse('STORE_BUSY', {})
    // From here on nothing waits: no call is answered between the backup and the new store.
    const owner = application.handOver()
    onStep('closed')
    try {
      swapIn({ file, staging, keepAside: null, onStep })
    } catch (error) {
      owner?.release()
      throw error
    }
    return { before, owner, erasedAgain }
  } catch (error) {
    clearStaging(staging)
    throw error
  }
}

/** The same for a store that does not open: the file is kept aside (P5). `owner` is the right to it. */
export async function restoreFailedStore(
  request: RestoreRequest,
  options: RestoreOptions,
): Promise<{ readonly keptAside: string | null; readonly erasedAgain: number }> {
  const { onStep = () => undefined, clock } = options
  const file = realPathOf(options.file)
  const { staging, zone, erasedAgain } = await stage(request, options)
  onStep('staged')
  try {
    const keptAside = swapIn({ file, staging, keepAside: { at: clock.now(), zone }, onStep })
    return { keptAside, erasedAgain }
  } catch (error) {
    clearStaging(staging)
    throw error
  }
}
