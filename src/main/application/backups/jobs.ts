import { readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { RestorePreview } from '#shared/contract/backups.ts'
import type { BackupProblem, BackupReason } from '#shared/domain/codes.ts'
import type { Instant } from '#shared/time/instant.ts'
import { lookUp, lookUpInFull, type LookedUp, type LookedUpInFull } from '#main/commands/privacy/person.ts'
import { wasFull } from '../failure.ts'
import {
  backupFolderOf,
  checkBackup,
  copyBackup,
  describeStore,
  fileDamage,
  makeBackup,
  markOf,
  openStill,
  type MadeBackup,
} from '#main/store/backup.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import {
  findBackups,
  namesBegin,
  removeBackup,
  writeManifest,
  type FoundBackup,
  type Manifest,
} from '#main/store/manifest.ts'
import { closeReading, openAtOneMoment, openForReading, openForRewriting } from '#main/store/open.ts'
import { overwriteRemains } from '#main/store/remains.ts'
import { actsAfter, customersBeyond, findVoucher, lastSharedEntry } from '#main/store/read/compare-backup.ts'
import { listErased, listStillThere } from '#main/store/read/erased.ts'
import { namesToLetGo } from './rotation.ts'
import { madeAt } from './made-at.ts'
import { stageRestore, type Staged, type Staging } from './stage-restore.ts'

/** Work on whole files, which takes as long as they are big: none of it on a thread that answers calls. */
export interface Jobs {
  /** Makes a backup of a store that is open elsewhere in this process, and lets go of what rotation lets go. */
  readonly make: {
    readonly input: { readonly file: string; readonly reason: BackupReason; readonly now: Instant }
    readonly output: MadeBackup
  }
  /** Copies a backup to the second folder and rotates there. */
  readonly copy: {
    readonly input: { readonly backup: MadeBackup; readonly folder: string; readonly now: Instant }
    readonly output: { readonly path: string }
  }
  /** What lies in a folder; null where it cannot be read. */
  readonly list: {
    readonly input: { readonly folder: string; readonly storeFile: string }
    readonly output: FoundBackup[] | null
  }
  /** Checks a backup once more and notes what was found in its manifest. */
  readonly check: {
    readonly input: { readonly path: string; readonly now: Instant }
    readonly output: { readonly problem: BackupProblem | null }
  }
  readonly compare: {
    readonly input: { readonly file: string; readonly backup: string }
    readonly output: Omit<RestorePreview, 'backup'>
  }
  /** Makes a store of a backup that lies at `path`; see `stageRestore`. */
  readonly stage: {
    readonly input: Omit<Staging, 'backup'> & { readonly path: string }
    readonly output: Staged
  }
  /** Who answers to a login in a backup, with the hash of his password. */
  readonly voucher: {
    readonly input: { readonly path: string; readonly login: string }
    readonly output: ReturnType<typeof findVoucher> | null
  }
  /** S7 Looks for a person: through the trail, and through everything. */
  readonly lookUp: { readonly input: Looked; readonly output: LookedUp }
  readonly lookUpInFull: { readonly input: Looked; readonly output: LookedUpInFull }
  /** S7 Overwrites what an erasure left in the file and its log; false where somebody read it meanwhile. Nobody may write then. */
  readonly overwrite: {
    readonly input: { readonly file: string }
    readonly output: { readonly done: boolean }
  }
  /** What is wrong with a store that is open; null when it is sound. */
  readonly examine: {
    readonly input: { readonly file: string }
    readonly output: { readonly damage: string | null }
  }
}
interface Looked {
  readonly file: string
  readonly customerId: string
}
export type JobName = keyof Jobs
export type JobInput<N extends JobName> = Jobs[N]['input']
export type JobOutput<N extends JobName> = Jobs[N]['output']
/** Runs a job: on a thread of its own, or here and now. */
export type RunJob = <N extends JobName>(name: N, input: JobInput<N>) => Promise<JobOutput<N>>

/** Whose backups rotation looks at. */
type OfStore = Pick<Manifest, 'storeFile' | 'firstHash' | 'zone'>

/** Lets rotation take what it takes out of a folder; a folder that several stores share keeps what is of the others. */
function rotate(folder: string, { storeFile, firstHash, zone }: OfStore, now: Instant): void {
  const own = findBackups(folder, storeFile).flatMap((found) =>
    found.manifest && found.manifest.firstHash === firstHash ? [{ ...found, content: found.manifest }] : [],
  )
  const going = new Set(
    namesToLetGo(
      own.map(({ name, size, content }) => ({
        name,
        madeAt: content.madeAt,
        reason: content.reason,
        good: content.problem === null && size === content.size,
      })),
      now,
      zone,
    ),
  )
  for (const { name, path } of own) {
    if (!going.has(name)) continue
    try {
      removeBackup(path)
    } catch {
      // Held by another program, or not ours to take away: the next rotation tries again, and the new backup counts all the same.
    }
  }
}

/** Writes a backup; on a full disk rotation goes first, which else waits for a new one that never comes, and it is tried once more. */
function writeWithRoom<T>(write: () => T, makeRoom: () => void): T {
  try {
    return write()
  } catch (error) {
    if (!wasFull(error)) throw error
    makeRoom()
    return write()
  }
}

/** What copies that were cut off left of this store: each would have a name of its own, and be as big as the store. */
function clearHalfCopied(folder: string, { storeFile, firstHash }: Manifest): void {
  for (const name of readdirSync(folder))
    if (name.startsWith(namesBegin(storeFile)) && name.endsWith(`${markOf(firstHash)}.db.tmp`))
      rmSync(join(folder, name), { force: true })
}

const note = ({ path, manifest }: MadeBackup, now: Instant, problem: BackupProblem | null): void => {
  const content: Manifest = { ...manifest, checkedAt: now, problem }
  writeManifest(path, content)
}

function atOneMoment<T>(file: string, look: (store: ReadableStore) => T): T {
  const store = openAtOneMoment(file)
  try {
    return look(store)
  } finally {
    closeReading(store)
  }
}

const jobs: { readonly [N in JobName]: (input: JobInput<N>) => JobOutput<N> } = {
  make: ({ file, reason, now }) => {
    const store = openForReading(file)
    try {
      const folder = backupFolderOf(file)
      const made = writeWithRoom(
        () => makeBackup(store, { file, reason, now }),
        () => rotate(folder, { ...describeStore(store), storeFile: basename(file) }, now),
      )
      rotate(folder, made.manifest, now)
      return made
    } finally {
      closeReading(store)
    }
  },
  copy: ({ backup, folder, now }) => {
    clearHalfCopied(folder, backup.manifest)
    const makeRoom = () => rotate(folder, backup.manifest, now)
    const path = writeWithRoom(() => copyBackup(backup, folder), makeRoom)
    makeRoom()
    return { path }
  },
  list: ({ folder, storeFile }) => {
    try {
      readdirSync(folder)
      return findBackups(folder, storeFile)
    } catch {
      return null
    }
  },
  check: ({ path, now }) => {
    const backup = madeAt(path)
    const problem = checkBackup(backup.path, backup.manifest)
    note(backup, now, problem)
    return { problem }
  },
  compare: ({ file, backup }) => {
    const present = openForReading(file)
    const past = openStill(backup)
    try {
      const shared = lastSharedEntry(present, past)
      return {
        inBackup: describeStore(past).counts,
        inStore: describeStore(present).counts,
        lost: actsAfter(present, shared),
        regained: actsAfter(past, shared),
        customersLost: customersBeyond(present, backup),
        erasedAgain: listStillThere(past, listErased(present)).length,
      }
    } finally {
      closeReading(past)
      closeReading(present)
    }
  },
  stage: ({ path, ...input }) => stageRestore({ ...input, backup: madeAt(path) }),
  voucher: ({ path, login }) => {
    const store = openStill(path)
    try {
      return findVoucher(store, login) ?? null
    } finally {
      closeReading(store)
    }
  },
  lookUp: ({ file, customerId }) => atOneMoment(file, (store) => lookUp(store, customerId)),
  lookUpInFull: ({ file, customerId }) => atOneMoment(file, (store) => lookUpInFull(store, customerId)),
  overwrite: ({ file }) => {
    const store = openForRewriting(file)
    try {
      return { done: overwriteRemains(store) }
    } finally {
      closeReading(store)
    }
  },
  examine: ({ file }) => ({ damage: fileDamage(file) ?? null }),
}

/** Does a job here and now. */
export const doJob = <N extends JobName>(name: N, input: JobInput<N>): JobOutput<N> =>
  (jobs[name] as (input: JobInput<N>) => JobOutput<N>)(input)

/** For a process in which nobody waits: the command line, and tests. */
export const runHere: RunJob = async (name, input) => doJob(name, input)
