import { createHash } from 'node:crypto'
import type { Locale } from '#shared/contract/setup.ts'
import { texts } from '#shared/text/index.ts'
import { fill } from '#shared/text/say.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { listSummedTables } from '#main/store/read/content-sums.ts'
import { countRows, eachContentRow } from '#main/store/read/verification.ts'
import { checkLimits } from './check-limits.ts'
import {
  checkContradictions,
  checkFile,
  checkPenalties,
  checkPhones,
  checkPolicies,
  checkSignatures,
  type Problem,
  type ProblemCode,
} from './check-store.ts'
import { listBackupHeads } from './outside-heads.ts'
import { verifyTrail, type VerifiedTrail } from './verify-trail.ts'

export interface Finding {
  readonly code: ProblemCode
  readonly table: string
  readonly id: string
  readonly detail: string
}

export interface Verification {
  readonly ok: boolean
  /** The first of what is wrong; `problemCount` tells how much there is. */
  readonly problems: readonly Finding[]
  readonly problemCount: number
  /** Rows by table. */
  readonly counts: Readonly<Record<string, number>>
  /** SHA-256 of the store's content: two stores with the same content have the same, whatever became of them between. */
  readonly digest: string
}

/** More are counted and not named. */
const namedAtMost = 200

/** The content of a store as one digest: all rows but those that tell how the file was worked with. */
export function digestOf(store: ReadableStore): string {
  const hash = createHash('sha256')
  for (const table of listSummedTables(store)) {
    hash.update(`${table}\n`)
    for (const row of eachContentRow(store, table)) hash.update(`${JSON.stringify(row)}\n`)
  }
  return hash.digest('hex')
}

/** What somebody made unreadable stops a check of the records; it is named as a row that is not what the trail says. */
function attempt(
  check: (store: ReadableStore) => Problem[],
  store: ReadableStore,
  { ofRows }: VerifiedTrail,
): readonly Problem[] {
  try {
    return check(store)
  } catch (error) {
    if (ofRows.length > 0) return []
    throw error
  }
}

/** Checks a whole store: its file, its trail, and everything that must always hold. Changes nothing. */
export function verifyStore(store: ReadableStore, locale: Locale): Verification {
  const ofBackups = listBackupHeads(store)
  const file = checkFile(store)
  const damaged = file.some(({ code }) => code === 'file_damaged')
  // Of a file whose pages cannot be trusted nothing else can be said.
  const trail = damaged ? undefined : verifyTrail(store, ofBackups)
  const problems: readonly Problem[] = !trail
    ? file
    : [
        ...file,
        ...trail.ofTrail,
        ...[
          checkPolicies,
          checkContradictions,
          checkLimits,
          checkPhones,
          checkPenalties,
          checkSignatures,
        ].flatMap((check) => attempt(check, store, trail)),
        ...trail.ofRows,
      ]
  const words = texts[locale].cli.problems
  return {
    ok: problems.length === 0,
    problems: problems
      .slice(0, namedAtMost)
      .map(({ code, table, id, data }) => ({ code, table, id, detail: fill(words[code], data) })),
    problemCount: problems.length,
    counts: damaged
      ? {}
      : Object.fromEntries(listSummedTables(store).map((table) => [table, countRows(store, table)])),
    digest: damaged ? '' : digestOf(store),
  }
}
