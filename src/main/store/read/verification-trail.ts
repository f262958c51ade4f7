import { sqliteOf, type ReadableStore } from '../handle.ts'

/** Entries of the trail that explain something to whoever verifies it. */
interface Explaining {
  readonly sequence: number
  readonly at: number
  readonly reason: string | null
}
const entriesOf = (store: ReadableStore, call: string): Explaining[] =>
  sqliteOf(store)
    .prepare<[string], Explaining>(
      'select sequence, at, reason from audit_entries where call = ? order by sequence',
    )
    .all(call)

/** S6 Every time the content was counted anew, and what it was before. */
export const listMigrations = (store: ReadableStore): { sequence: number; content: string }[] =>
  entriesOf(store, 'store.migrate').map(({ sequence, reason }) => ({
    sequence,
    content: contentSaid(reason),
  }))

function contentSaid(reason: string | null): string {
  try {
    const said = JSON.parse(reason ?? '{}') as { content?: unknown }
    return String(said.content)
  } catch {
    return ''
  }
}

/** One entry of the trail, without what it changed. */
export interface TrailPoint {
  readonly sequence: number
  readonly at: number
  readonly hash: string
  readonly call: string
}
const pointColumns = 'select sequence, at, hash, call from audit_entries'

/** The entry with this number; undefined where there is none. */
export const findPoint = (store: ReadableStore, sequence: number): TrailPoint | undefined =>
  sqliteOf(store).prepare<[number], TrailPoint>(`${pointColumns} where sequence = ?`).get(sequence)
export const firstPoint = (store: ReadableStore): TrailPoint | undefined =>
  sqliteOf(store).prepare<[], TrailPoint>(`${pointColumns} order by sequence limit 1`).get()
export const lastPoint = (store: ReadableStore): TrailPoint | undefined =>
  sqliteOf(store).prepare<[], TrailPoint>(`${pointColumns} order by sequence desc limit 1`).get()
/** The first entry that follows a number. */
export const pointAfter = (store: ReadableStore, sequence: number): TrailPoint | undefined =>
  sqliteOf(store)
    .prepare<[number], TrailPoint>(`${pointColumns} where sequence > ? order by sequence limit 1`)
    .get(sequence)

/** P4 Every restore, with the moment of the last entry that it brought back. */
export const listRestores = (store: ReadableStore): { sequence: number; at: number; lastAt: number }[] =>
  sqliteOf(store)
    .prepare<[], { sequence: number; at: number; lastAt: number }>(
      `select r.sequence, r.at, coalesce((select p.at from audit_entries p where p.sequence = r.sequence - 1), r.at) as lastAt
       from audit_entries r where r.call in ('backups.restore', 'backups.undoRestore', 'setup.restore') order by r.sequence`,
    )
    .all()

/** Where the trail stood when each daily check was signed (S6). */
export const listSignedHeads = (
  store: ReadableStore,
): { on: string; signedBy: string; signedAt: number; sequence: number; hash: string }[] =>
  sqliteOf(store)
    .prepare<[], { on: string; signedBy: string; signedAt: number; sequence: number; hash: string }>(
      `select "on", signed_by as signedBy, signed_at as signedAt, audit_sequence as sequence, audit_hash as hash
       from signed_checks where audit_sequence is not null and audit_hash is not null`,
    )
    .all()
