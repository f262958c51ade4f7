import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import type { StoreStatus } from '#shared/contract/store.ts'
import type { Instant } from '#shared/time/instant.ts'
import { backupFolderOf } from '#main/store/backup.ts'
import { listSummedTables } from '#main/store/read/content-sums.ts'
import { countRows } from '#main/store/read/verification.ts'
import type { Opened, OpenedStore } from './opened-store.ts'
import { verifyStore } from './verify/index.ts'

/** What support may know of a store: numbers and codes. No name, no phone, no word that anybody typed. */
export interface StoreFacts {
  readonly state: Opened['state']
  /** Why it could not be opened. */
  readonly code: string | null
  /** Of what the store says of itself, all but its name. */
  readonly status: Omit<StoreStatus, 'name' | 'closedDates'> | null
  readonly counts: Readonly<Record<string, number>>
  /** How often each problem was found; null where the store was not checked: too big to let everybody wait for it. */
  readonly problems: Readonly<Record<string, number>> | null
  /** Bytes of the store's file and of the files beside it, by ending. */
  readonly files: readonly { readonly kind: string; readonly bytes: number; readonly hoursOld: number }[]
}

/** Checking a bigger store would keep everybody waiting. In bytes. */
const checkedAtMost = 64 * 1024 * 1024
const hour = 3_600_000
/** What lies beside a store, by what it is; the name of any other file may be somebody's. */
const kinds: readonly (readonly [name: RegExp, kind: string])[] = [
  [/-wal$/, 'log'],
  [/-shm$/, 'index'],
  [/\.db$/, 'store'],
]

const kindOf = (name: string) => kinds.find(([ending]) => ending.test(name))?.[1]

/** Files of a folder by kind, with their size and age; of names only what they mean. */
function describe(folder: string, names: readonly string[], what: string, now: Instant): StoreFacts['files'] {
  return names.flatMap((name) => {
    const kind = kindOf(name)
    if (kind === undefined) return []
    const { size, mtimeMs } = statSync(path.join(folder, name))
    return [{ kind: `${what}${kind}`, bytes: size, hoursOld: Math.round((now - mtimeMs) / hour) }]
  })
}

/** The store's own files, and its backups with their ages. */
function filesOf(file: string, now: Instant): StoreFacts['files'] {
  const folder = path.dirname(file)
  const own = listFiles(folder).filter((name) => name.startsWith(path.basename(file)))
  const backups = backupFolderOf(file)
  return [...describe(folder, own, '', now), ...describe(backups, listFiles(backups), 'backup ', now)]
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function statusOf(opened: OpenedStore): StoreFacts['status'] {
  const answer = opened.application.answer('store.status', undefined, opened.clockOfCall())
  if (!answer.ok) return null
  const { name: _name, closedDates: _closed, ...rest } = answer.value as StoreStatus
  return rest
}

/** Tells of the store that is open, or of the one that could not be opened. */
export function storeFacts(opened: Opened, now: Instant): StoreFacts {
  const nothing = { code: null, status: null, counts: {}, problems: null, files: [] }
  if (opened.state === 'no_store') return { state: opened.state, ...nothing }
  const files = filesOf(opened.file, now)
  if (opened.state === 'failed') return { state: opened.state, ...nothing, code: opened.failure.code, files }
  const { store } = opened.application
  const counts = Object.fromEntries(listSummedTables(store).map((table) => [table, countRows(store, table)]))
  const small = statSync(opened.file).size <= checkedAtMost
  const problems: Record<string, number> = {}
  // The language does not matter: of each finding only its code is told.
  for (const { code } of small ? verifyStore(store, 'en').problems : [])
    problems[code] = (problems[code] ?? 0) + 1
  return {
    state: opened.state,
    code: null,
    status: statusOf(opened),
    counts,
    problems: small ? problems : null,
    files,
  }
}
