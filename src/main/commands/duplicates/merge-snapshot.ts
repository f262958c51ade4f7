import type { RowChange } from '#main/store/handle.ts'
import type { Watched } from '#main/store/read/merges.ts'

/** What a merge keeps of itself: every change it made, how everything stood right after it, and whose the record had been. */
export interface MergeSnapshot {
  readonly changes: readonly RowChange[]
  /** By record: all that the merge wrote to, relatives included. */
  readonly watched: Readonly<Record<string, Watched>>
  readonly former: {
    readonly name: string
    readonly phone: string
    readonly ownerId: string | null
    readonly ownerName: string | null
    /** The merge gave the record another owner. */
    readonly changedOwner: boolean
  }
}

export const readSnapshot = ({ snapshot }: { readonly snapshot: string }): MergeSnapshot =>
  JSON.parse(snapshot) as MergeSnapshot
