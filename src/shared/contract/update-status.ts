import type { Instant } from '../time/instant.ts'

export const updateActs = ['look', 'check', 'download', 'install'] as const
/** What a page asks about updates: `look` only reads, the others do what they say, when a person clicks. */
export type UpdateAct = (typeof updateActs)[number]

/** Where an update stands. */
export type UpdateState =
  /** The store has set no source: nothing is asked. */
  | 'off'
  /** This copy was not installed, so nothing could replace it. */
  | 'not_installed'
  | 'checking'
  /** There is nothing newer; an older one is never taken. */
  | 'current'
  | 'available'
  | 'downloading'
  /** Downloaded, and its digest is right. */
  | 'ready'
  | 'installing'
  | 'failed'

/** Why an update did not work. */
export type UpdateProblem =
  /** Nobody answers there, or the folder cannot be read. */
  | 'unreachable'
  /** What is there describes no release for this system. */
  | 'no_release'
  /** It sends on to another place, which is never followed. */
  | 'elsewhere'
  | 'too_large'
  /** The digest of what came is not the one that the release names. */
  | 'damaged'
  | 'disk'
  | 'unknown'

export interface UpdateStatus {
  readonly state: UpdateState
  /** The version that is offered; null where none is. */
  readonly version: string | null
  /** The size of its installer in bytes, where the release names it. */
  readonly size: number | null
  /** The part that is downloaded, 0 to 1. */
  readonly done: number
  readonly problem: UpdateProblem | null
  /** When the source last answered. */
  readonly checkedAt: Instant | null
}
