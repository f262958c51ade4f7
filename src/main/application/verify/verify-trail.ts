import type { ReadableStore } from '#main/store/handle.ts'
import { checkContent } from './check-content.ts'
import { checkAudit, type Problem } from './check-store.ts'
import { compareHeads, type ComparedHeads } from './compare-heads.ts'
import { listBackupHeads, listOutsideHeads } from './outside-heads.ts'

/** What a check of the trail looked at, and what it found (S6). */
export interface VerifiedTrail {
  /** Entries that hold before the first that does not. */
  readonly entries: number
  readonly rows: number
  readonly tables: number
  /** Null in a store whose content was never counted. */
  readonly contentHolds: boolean | null
  readonly heads: Omit<ComparedHeads, 'problems'>
  /** Faults of the chain, and what the heads outside say of it. */
  readonly ofTrail: readonly Problem[]
  /** Rows that are not what the trail says. */
  readonly ofRows: readonly Problem[]
}

/** S6 Verifies the trail, the whole content by the trail, and both by what is kept outside the file. Reads everything, changes nothing. */
export function verifyTrail(store: ReadableStore, ofBackups = listBackupHeads(store)): VerifiedTrail {
  const chain = checkAudit(store)
  const content = checkContent(store)
  const { problems: ofHeads, ...heads } = compareHeads(
    store,
    listOutsideHeads(store, ofBackups),
    content.holds,
  )
  return {
    entries: chain.entries,
    rows: content.rows,
    tables: content.tables,
    contentHolds: content.holds,
    heads,
    ofTrail: [...chain.problems, ...ofHeads],
    ofRows: content.problems,
  }
}
