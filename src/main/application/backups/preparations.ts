import { mkdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import type { BackupRef, BackupRow, RestorePreview } from '#shared/contract/backups.ts'
import type { Input, Output } from '#shared/contract/index.ts'
import type { Locale } from '#shared/contract/setup.ts'
import { refuse } from '#shared/errors.ts'
import type { Instant } from '#shared/time/instant.ts'
import { freeBytesAt, realPathOf } from '#main/platform/file-system.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { lastRestoreEntry } from '#main/store/read/audit.ts'
import { findPoint } from '#main/store/read/verification-trail.ts'
import { toFailure } from '../failure.ts'
import type { Keeper } from './keeper.ts'
import { isReachable, readSecondFolder, writeSecondFolder, type SecondContent } from './second-folder.ts'

/** Around the call; see `application/prepare.ts`. */
export interface Facts {
  readonly store: ReadableStore
  readonly keeper: Keeper
  readonly locale: Locale
}

/** P4 The second folder is behind when its newest backup is older than this, in milliseconds. */
const secondMayBe = 24 * 3600_000

type Listing = Output<'backups', 'list'>

function stateOfSecond(
  rows: readonly BackupRow[],
  { path: folder, state }: { readonly path: string; readonly state: SecondContent['state'] },
  now: Instant,
): NonNullable<Listing['second']> {
  const good = rows.filter(({ place, problem }) => place === 'second' && problem === null)
  // One from the future is of a clock that was wrong: of how old it is, nobody can tell.
  const newestAt = (good.find(({ madeAt }) => madeAt !== null && madeAt <= now) ?? good[0])?.madeAt ?? null
  const warning =
    state === 'reading'
      ? null
      : state === 'unreachable'
        ? ('unreachable' as const)
        : newestAt === null
          ? ('nothing_yet' as const)
          : Math.abs(now - newestAt) > secondMayBe
            ? ('too_old' as const)
            : null
  return { path: folder, reachable: state !== 'unreachable', reading: state === 'reading', newestAt, warning }
}

/** How long after its trail's entry the backup of before a restore may have been made. */
const soonAfter = 15 * 60_000

/** The backup that undoes the last restore: it was made right before, and is still good. */
export function undoOf(store: ReadableStore, rows: readonly BackupRow[]): BackupRow | null {
  const last = lastRestoreEntry(store)
  if (!last || last.call === 'setup.restore') return null
  const fits = ({ place, reason, problem, madeAt }: BackupRow) =>
    place === 'main' &&
    reason === 'before_restore' &&
    problem === null &&
    madeAt !== null &&
    madeAt >= last.at &&
    madeAt <= last.at + soonAfter
  // One that holds the restore itself was made before another that did not happen after all: it would undo nothing.
  const holdsIt = ({ head }: BackupRow) =>
    head !== null && head.sequence >= last.sequence && findPoint(store, head.sequence)?.hash === head.hash
  return rows.find((row) => fits(row) && !holdsIt(row)) ?? null
}

/** Reads what lies in both folders. */
export async function prepareList(
  _input: unknown,
  { store, keeper, locale }: Facts,
): Promise<{ readonly value: Listing }> {
  const second = readSecondFolder(keeper.file)
  const { rows, second: state } = await keeper.all('screen')
  const failure = keeper.lastFailure()
  const last = lastRestoreEntry(store)
  return {
    value: {
      backups: rows,
      folder: keeper.folder,
      freeBytes: freeBytesAt(path.dirname(keeper.file)) ?? null,
      lastAt: rows.find(({ place, problem }) => place === 'main' && problem === null)?.madeAt ?? null,
      changed: keeper.isChanged(),
      nextAt: keeper.nextAt(),
      lastFailure: failure && {
        at: failure.at,
        message: toFailure(failure.error, locale, () => undefined).message,
      },
      second: second === null ? null : stateOfSecond(rows, { path: second, state }, keeper.now()),
      lastRestore: last
        ? { at: last.at, staffName: last.staffName, reason: last.reason, undo: undoOf(store, rows) }
        : null,
    },
  }
}

/** Makes a backup whether or not something changed. */
export const prepareMake = async (
  _input: unknown,
  { keeper }: Facts,
): Promise<{ readonly value: BackupRow }> => ({
  value: await keeper.make('by_hand'),
})

export const prepareCheck = async (
  input: BackupRef,
  { keeper }: Facts,
): Promise<{ readonly value: BackupRow }> => ({ value: await keeper.check(input) })

export const preparePreview = async (
  input: BackupRef,
  { keeper }: Facts,
): Promise<{ readonly value: RestorePreview }> => ({ value: await keeper.compare(input) })

export interface PreparedFolder {
  readonly problem: 'folder_not_found' | 'own_backup_folder' | null
}

/** Looks at a second folder and remembers it; the newest backup is copied there by and by. */
export async function prepareSetFolder(
  { folder }: Input<'backups', 'setFolder'>,
  { keeper }: Facts,
): Promise<{
  readonly value: PreparedFolder
  readonly discard?: () => Promise<void>
  readonly settle?: () => Promise<void>
}> {
  const problem = folder === null ? null : await problemOf(folder, keeper.folder)
  if (problem) return { value: { problem } }
  const before = readSecondFolder(keeper.file)
  await mkdir(keeper.folder, { recursive: true })
  writeSecondFolder(keeper.file, folder === null ? null : path.resolve(folder))
  return {
    value: { problem },
    discard: async () => writeSecondFolder(keeper.file, before),
    settle: async () => void keeper.copyNewest(),
  }
}

async function problemOf(folder: string, own: string): Promise<PreparedFolder['problem']> {
  if (!path.isAbsolute(folder) || !(await isReachable(folder))) return 'folder_not_found'
  if (!(await stat(folder)).isDirectory()) return 'folder_not_found'
  // A link or a drive letter may lead to the same place.
  return (await realpath(folder)) === realPathOf(own) ? 'own_backup_folder' : null
}

/** Before these calls a backup is made, and without one they do not happen (P4). */
export const reasonBefore = (call: string) =>
  Object.hasOwn(before, call) ? before[call as keyof typeof before] : undefined
const before = {
  'imports.run': 'before_import',
  'imports.undo': 'before_import',
  'leads.import': 'before_import',
  'leads.undoImport': 'before_import',
  'reassignments.apply': 'before_reassignment',
} as const

/** Makes sure of a backup of what is there; refuses FILE_REFUSED no_backup with why. */
export async function backUpBefore(
  call: string,
  {
    keeper,
    locale,
    log,
  }: { readonly keeper: Keeper; readonly locale: Locale; readonly log: (id: string, error: unknown) => void },
): Promise<void> {
  const reason = reasonBefore(call)
  if (!reason) return
  try {
    await keeper.ensure(reason)
  } catch (error) {
    refuse('FILE_REFUSED', { reason: 'no_backup', data: { detail: toFailure(error, locale, log).message } })
  }
}
