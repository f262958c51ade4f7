import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import type { BackupRef, BackupRow, RestorePreview } from '#shared/contract/backups.ts'
import type { BackupReason } from '#shared/domain/codes.ts'
import { Refusal, refuse } from '#shared/errors.ts'
import type { Instant } from '#shared/time/instant.ts'
import { whyNotWritten } from '#main/platform/why-not-written.ts'
import type { Clock } from '#main/platform/clock.ts'
import { backupFolderOf, type MadeBackup } from '#main/store/backup.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { findBackups } from '#main/store/manifest.ts'
import { knownSchemaVersion } from '#main/store/migrate.ts'
import { auditHead, firstEntryHash } from '#main/store/read/audit.ts'
import { listErased } from '#main/store/read/erased.ts'
import { getStore } from '#main/store/read/store.ts'
import { noteErased } from './erased-list.ts'
import type { RunJob } from './jobs.ts'
import { madeAt } from './made-at.ts'
import { isNamed, newestFirst, rowOf, type Expected } from './rows.ts'
import { findInSecond, readSecondFolder, type Looking, type SecondContent } from './second-folder.ts'

/** P4 A backup at the latest after so long, when something changed. */
const every = 30 * 60_000
/** A store is left alone for so long after it was opened. */
const calmAfterOpening = 60_000
const retryAfter = 5 * 60_000

export interface KeeperOptions {
  readonly store: ReadableStore
  readonly file: string
  readonly migrationsFolder: string
  /** The machine's clock, also for a training store: backups are of the real world. */
  readonly clock: Clock
  readonly runJob: RunJob
  /** Backups are made by themselves, as `tick` is told the time. */
  readonly scheduled: boolean
  readonly changed: () => void
}

/** Keeps the backups of one open store (P4). One job after the other; the second folder follows at its own pace. */
export interface Keeper {
  readonly file: string
  readonly folder: string
  /** Makes one now. Throws what went wrong. */
  readonly make: (reason: BackupReason) => Promise<BackupRow>
  /** The newest good one when nothing was written since, else makes one. */
  readonly ensure: (reason: BackupReason) => Promise<BackupRow>
  readonly check: (ref: BackupRef) => Promise<BackupRow>
  readonly compare: (ref: BackupRef) => Promise<RestorePreview>
  /** Every one, of both folders. A screen does not wait for a share that is slow: see `findInSecond`. */
  readonly all: (
    as?: Looking['as'],
  ) => Promise<{ readonly rows: BackupRow[]; readonly second: SecondContent['state'] }>
  /** One by its name; refuses FILE_REFUSED backup_missing. */
  readonly find: (ref: BackupRef) => Promise<BackupRow>
  /** Whether anything was written since the newest good one. */
  readonly isChanged: () => boolean
  readonly newest: () => BackupRow | undefined
  readonly nextAt: () => Instant | null
  /** The machine's time, by which backups are kept. */
  readonly now: () => Instant
  readonly lastFailure: () => { readonly at: Instant; readonly error: unknown } | null
  /** Makes one where it is due; whatever goes wrong is remembered and not thrown. */
  readonly tick: () => Promise<void>
  /** Does something to the whole file while no backup reads it. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>
  /** S7 Notes beside the backups who is erased: the store may be lost before the next backup tells it. */
  readonly noteErased: () => void
  /** Copies the newest to the second folder, as every new one is. */
  readonly copyNewest: () => Promise<void>
  /** Resolves when nothing reads the store any more; the second folder may take as long as it likes. */
  readonly atRest: () => Promise<void>
  /** Resolves when nothing is under way. */
  readonly idle: () => Promise<void>
}

/** Makes the keeper of an open store. */
export function makeKeeper(options: KeeperOptions): Keeper {
  const { store, file, clock, runJob } = options
  const folder = backupFolderOf(file)
  let openedAt = clock.now()
  let failure: { readonly at: Instant; readonly error: unknown } | null = null
  let known: BackupRow | null | undefined
  let last: Promise<unknown> = Promise.resolve()
  let copying: Promise<unknown> = Promise.resolve()

  const expected = (): Expected => ({
    firstHash: firstEntryHash(store) ?? null,
    knownSchema: knownSchemaVersion(options.migrationsFolder),
    zone: getStore(store).zone,
  })
  const inMain = (): BackupRow[] => {
    const facts = expected()
    return newestFirst(findBackups(folder, path.basename(file)).map((found) => rowOf(found, 'main', facts)))
  }
  const newest = (): BackupRow | undefined => {
    // Somebody may have taken it away by hand.
    if (known && !existsSync(known.path)) known = undefined
    known ??= inMain().find(({ problem }) => problem === null) ?? null
    return known ?? undefined
  }
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work)
    last = result.catch(() => undefined)
    return result
  }
  const isChanged = (): boolean => {
    const good = newest()
    return !good || auditHead(store)?.hash !== good.head?.hash
  }

  async function makeNow(reason: BackupReason): Promise<BackupRow> {
    try {
      clearHalfMade(folder, path.basename(file))
      const made = await runJob('make', { file, reason, now: clock.now() })
      failure = null
      known = rowOf({ ...made, name: path.basename(made.path), size: made.manifest.size }, 'main', expected())
      void copyToSecond(made)
      options.changed()
      return known
    } catch (thrown) {
      const error = asRefusal(thrown)
      failure = { at: clock.now(), error }
      known = undefined
      options.changed()
      throw error
    }
  }

  /** Out of reach is shown, and never an error of the work. */
  function copyToSecond(backup: MadeBackup): Promise<void> {
    const second = readSecondFolder(file)
    if (second === null) return Promise.resolve()
    const copied = copying.then(async () => {
      await runJob('copy', { backup, folder: second, now: clock.now() })
      options.changed()
    })
    copying = copied.catch(() => undefined)
    return copied.catch(() => undefined)
  }

  async function all(as: Looking['as'] = 'act') {
    const second = readSecondFolder(file)
    const content: SecondContent =
      second === null
        ? { state: 'read', found: [] }
        : await findInSecond(second, file, { runJob, as, told: options.changed })
    const facts = expected()
    const others = content.found.map((each) => rowOf(each, 'second', facts))
    return { rows: newestFirst([...inMain(), ...others]), second: content.state }
  }
  async function find(ref: BackupRef): Promise<BackupRow> {
    const rows = ref.place === 'main' ? inMain() : (await all()).rows
    return rows.find(isNamed(ref)) ?? refuse('FILE_REFUSED', { reason: 'backup_missing' })
  }
  function nextAt(): Instant | null {
    if (!options.scheduled || !isChanged()) return null
    const now = clock.now()
    // What happened while the clock ran ahead puts nothing off once it is set right.
    if (openedAt > now) openedAt = now
    const failedAt = failure && failure.at <= now ? failure.at : null
    const madeAt = newest()?.madeAt ?? null
    // One from the future is of a clock that was wrong: it puts nothing off.
    const due = madeAt === null || madeAt > now ? openedAt : madeAt + every
    return Math.max(due, openedAt + calmAfterOpening, failedAt === null ? 0 : failedAt + retryAfter)
  }

  return {
    file,
    folder,
    make: (reason) => inTurn(() => makeNow(reason)),
    ensure: (reason) =>
      inTurn(async () => {
        const good = newest()
        return good && !isChanged() ? good : makeNow(reason)
      }),
    check: (ref) =>
      inTurn(async () => {
        const { path } = await find(ref)
        await runJob('check', { path, now: clock.now() })
        known = undefined
        options.changed()
        return find(ref)
      }),
    compare: async (ref) => {
      const backup = await find(ref)
      if (backup.problem) refuse('FILE_REFUSED', { reason: 'bad_backup', data: { problem: backup.problem } })
      return { backup, ...(await runJob('compare', { file, backup: backup.path })) }
    },
    all,
    find,
    isChanged,
    newest,
    nextAt,
    now: () => clock.now(),
    lastFailure: () => failure,
    tick: async () => {
      const isDue = () => {
        const due = nextAt()
        return due !== null && due <= clock.now()
      }
      try {
        if (!isDue()) return
        await inTurn(async () => {
          if (isDue()) await makeNow('scheduled')
        })
      } catch (error) {
        // The folder itself may be what cannot be read.
        failure ??= { at: clock.now(), error: asRefusal(error) }
      }
    },
    alone: inTurn,
    noteErased: () => noteErased(file, listErased(store)),
    copyNewest: async () => {
      try {
        const good = newest()
        if (good) await copyToSecond(madeAt(good.path))
      } catch {
        // The next backup follows by itself.
      }
    },
    atRest: async () => void (await last),
    idle: async () => {
      await last
      await copying
    },
  }
}

/** What a backup that was cut off left behind. */
function clearHalfMade(folder: string, storeFile: string): void {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return
  const start = `${path.parse(storeFile).name}-`
  for (const name of readdirSync(folder)) {
    if (name.startsWith(start) && /\.db(\.json)?\.tmp(-journal)?$/.test(name))
      rmSync(path.join(folder, name), { force: true })
  }
}

/** What the disk says, in the product's words. */
const asRefusal = (error: unknown): unknown =>
  error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code))
    ? new Refusal('FILE_REFUSED', { reason: whyNotWritten(error) })
    : error
