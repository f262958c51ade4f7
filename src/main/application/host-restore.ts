import type { BackupRef, Restored } from '#shared/contract/backups.ts'
import type { Input, Output } from '#shared/contract/index.ts'
import type { Locale } from '#shared/contract/setup.ts'
import { refuse } from '#shared/errors.ts'
import { reason } from '#shared/reasons.ts'
import { texts } from '#shared/text/index.ts'
import { takeOwnership, type Owner } from '#main/store/owner-lock.ts'
import { listErased } from '#main/store/read/erased.ts'
import { undoOf } from './backups/preparations.ts'
import { findRescue, mayBeReplaced } from './backups/rescue.ts'
import { restoreFailedStore, restoreOpenStore, type RestoreOptions } from './backups/restore.ts'
import { vouch } from './backups/vouch.ts'
import type { CallContext } from './call-context.ts'
import type { Opened, OpenedStore } from './opened-store.ts'
import { failureKind } from './store-failure.ts'

/** Puts backups in the place of the store that the host has open, or failed to open (P4, P5). */

export type RestoreCall = 'backups.restore' | 'backups.undoRestore'
export const isRestoreCall = (call: string): call is RestoreCall =>
  call === 'backups.restore' || call === 'backups.undoRestore'

export interface HostRestore extends Omit<RestoreOptions, 'file' | 'locale'> {
  /** Opens what is there now. */
  readonly reopen: (file: string, owner?: Owner) => Opened
}

/** Opens what a restore has put there; the right to the file goes to whoever opened it, or to nobody. */
function reopened(file: string, owner: Owner | undefined, { reopen }: HostRestore): OpenedStore {
  const next = reopen(file, owner)
  if (next.state === 'open') return next
  owner?.release()
  throw next.state === 'failed' ? next.cause : new Error('a restored store is not there')
}

/** Restores a backup, or undoes the last restore, on behalf of whoever is signed in. Answers what is open then. */
export async function restoreByCall(
  opened: OpenedStore,
  {
    call,
    input,
    context,
  }: { readonly call: RestoreCall; readonly input: unknown; readonly context: CallContext },
  options: HostRestore,
): Promise<{ readonly opened: OpenedStore; readonly value: Restored }> {
  const { application, file } = opened
  const asked = { ...context, ...opened.clockOfCall() }
  const checked = application.check(call, input, asked)
  const current = application.answer('session.current', undefined, asked)
  if (!current.ok) return refuse('NOT_SIGNED_IN', {})
  const { staff } = current.value as Output<'session', 'current'>
  const { keeper } = application
  const why = checked.input as Input<'backups', 'undoRestore'>
  const row =
    call === 'backups.restore'
      ? await keeper.find(checked.input as BackupRef)
      : (undoOf(application.store, (await keeper.all()).rows) ?? refuse('NOT_FOUND', { what: 'restore' }))
  const { before, owner, erasedAgain } = await restoreOpenStore(
    application,
    {
      row,
      call,
      who: staff,
      reason: why.reason,
      erased: listErased(application.store),
      stillMay: () => void application.check(call, input, asked),
    },
    { ...options, file, locale: application.localeOf(asked) },
  )
  return {
    opened: reopened(file, owner, options),
    value: { backup: row, before, keptAside: null, erasedAgain },
  }
}

/** P5 The same where no store opens, on the word of somebody who is in that backup. */
export async function restoreByRescue(
  failed: Opened & { readonly state: 'failed' },
  input: BackupRef & {
    readonly login: string
    readonly password: string
    readonly reason?: string | undefined
  },
  options: HostRestore & { readonly locale: Locale },
): Promise<{ readonly opened: OpenedStore; readonly value: Restored }> {
  const { file, failure } = failed
  if (!mayBeReplaced(failureKind(failure))) throw failed.cause
  const { row, erased } = await findRescue(file, options.migrationsFolder, {
    ref: input,
    runJob: options.runJob,
  })
  const who = await vouch(row, input, { file, now: options.clock.now(), runJob: options.runJob })
  const why = input.reason ?? texts[options.locale].storeFailures.rescued
  const owner = takeOwnership(file)
  try {
    const { keptAside, erasedAgain } = await restoreFailedStore(
      { row, call: 'setup.restore', who, reason: why, erased },
      { ...options, file },
    )
    return {
      opened: reopened(file, owner, options),
      value: { backup: row, before: null, keptAside, erasedAgain },
    }
  } catch (error) {
    owner.release()
    throw error
  }
}

/** Only a store that does not open shows its backups to people who are not signed in. */
export const demandFailed = (opened: Opened): Opened & { readonly state: 'failed' } =>
  opened.state === 'failed' ? opened : refuse('PERMISSION_DENIED', { reasons: [reason('store_is_open', {})] })
