import { can } from '#shared/access/can.ts'
import type { BackupRow, RestorePreview } from '#shared/contract/backups.ts'
import type { Output } from '#shared/contract/index.ts'
import { refuse, refuseField } from '#shared/errors.ts'
import type { HandlersOf } from '#main/calls/context.ts'

/** What was found or made before the call began: backups are files, and nothing waits for a file within a transaction. */
const preparedOf = <T>(prepared: unknown, call: string): T => {
  if (prepared === undefined) throw new Error(`${call} was not prepared`)
  return prepared as T
}

/** The store cannot put another file in its own place; whoever holds it open does that (`application/host.ts`). */
const elsewhere = (): never => refuse('FILE_REFUSED', { reason: 'restore_elsewhere' })

export const backups: HandlersOf<'backups'> = {
  list: (_store, _input, { prepared }) => preparedOf<Output<'backups', 'list'>>(prepared, 'backups.list'),

  make: (_store, _input, { prepared }) => preparedOf<BackupRow>(prepared, 'backups.make'),

  check: (_store, _input, { prepared }) => preparedOf<BackupRow>(prepared, 'backups.check'),

  setFolder: (_store, { folder }, { prepared, because }) => {
    const { problem } = preparedOf<{ readonly problem: string | null }>(prepared, 'backups.setFolder')
    if (problem) refuseField('folder', problem)
    because(folder ?? '—')
    return null
  },

  /** Names of customers are for whoever may read customers (S5). */
  preview: (_store, _input, { prepared, actor }) => {
    const preview = preparedOf<RestorePreview>(prepared, 'backups.preview')
    const { count, names } = preview.customersLost
    return {
      ...preview,
      customersLost: { count, names: can(actor, 'customer.read').yes ? names : [] },
    }
  },

  restore: elsewhere,
  undoRestore: elsewhere,
}
