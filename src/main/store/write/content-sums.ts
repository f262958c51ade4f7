import { hash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { changesOf, type RowChange, type WritableStore } from '../handle.ts'
import { schemaVersion } from '../schema-version.ts'
import { prepared } from '../prepared.ts'
import { contentSums } from '../schema/index.ts'

/**
 * S6 What the tables hold, as sums of the digests of their rows. A sum knows no order: an act takes away what a row was and adds
 * what it is, in the time of two digests, and the whole store can be compared with what the trail says of it.
 */

/**
 * Tables that are in no sum, and why: the trail has its chain; the sums cannot hold themselves; the others tell how the file is
 * worked with and change outside the acts (clock, answers to repeated commands, failed and open sign-ins). Staff and their
 * credentials are content: who exchanges a password past the program is found.
 */
export const withoutContent: ReadonlySet<string> = new Set([
  '__drizzle_migrations',
  'audit_entries',
  'content_sums',
  'command_answers',
  'sessions',
  'clock_state',
  'sign_in_failures',
])

/** Sixteen digits to the base of 2^16, the highest first; carried over only when they are read. */
type Lanes = Float64Array
const lanesOfDigest = 16
const base = 65_536
export const modulus = 1n << 256n

/** How many rows, and the sum of their digests. */
export interface Tally {
  rows: number
  readonly lanes: Lanes
}
export const emptyTally = (): Tally => ({ rows: 0, lanes: new Float64Array(lanesOfDigest) })

/** Adds a row (`sign` 1) or takes it away (-1): its values as SQLite keeps them, in the order of the table's columns. */
export function countRow(tally: Tally, table: string, values: readonly unknown[], sign: 1 | -1): void {
  const digest = hash('sha256', `${table}\n${JSON.stringify(values)}`, 'binary')
  const { lanes } = tally
  tally.rows += sign
  for (let i = 0; i < lanesOfDigest; i += 1) {
    const lane = digest.charCodeAt(2 * i) * 256 + digest.charCodeAt(2 * i + 1)
    lanes[i] = (lanes[i] ?? 0) + sign * lane
  }
}

/** A tally as a number below 2^256. */
export function sumOf({ lanes }: Tally): bigint {
  let sum = 0n
  for (const lane of lanes) sum = sum * BigInt(base) + BigInt(lane)
  return wrap(sum)
}
const wrap = (sum: bigint): bigint => ((sum % modulus) + modulus) % modulus

/** As it is stored: 64 hexadecimal digits. */
export const sumText = (sum: bigint): string => wrap(sum).toString(16).padStart(64, '0')
/** What is no sum, because somebody wrote it there, counts as nothing: work goes on, and the verification names it. */
export const readSum = (text: string): bigint => (/^[0-9a-f]{64}$/.test(text) ? BigInt(`0x${text}`) : 0n)

/**
 * What an entry says of the whole content: with how many migrations its rows were counted (one column more is another digest of
 * each), and the sum.
 */
export interface Content {
  readonly countedWith: number
  readonly sum: bigint
}
export const contentText = ({ countedWith, sum }: Content): string => `${countedWith}:${sumText(sum)}`
export function readContent(text: string): Content {
  const [version = '', sum = ''] = text.split(':')
  return { countedWith: Number(version), sum: readSum(sum) }
}

const tallies = new WeakMap<RowChange[], Map<string, Tally>>()

/** Notes in the act's own tally what a row was and what it is; null where there was or is none. */
export function noteContent(
  store: WritableStore,
  table: string,
  before: readonly unknown[] | null,
  after: readonly unknown[] | null,
): void {
  if (withoutContent.has(table)) return
  const changes = changesOf(store)
  let ofAct = tallies.get(changes)
  if (!ofAct) tallies.set(changes, (ofAct = new Map()))
  let tally = ofAct.get(table)
  if (!tally) ofAct.set(table, (tally = emptyTally()))
  if (before) countRow(tally, table, before, -1)
  if (after) countRow(tally, table, after, 1)
}

const storedSum = prepared((db) =>
  db
    .select()
    .from(contentSums)
    .where(sql`${contentSums.tableName} = ${sql.placeholder('tableName')}`)
    .prepare(),
)
const keepSum = prepared((db) =>
  db
    .insert(contentSums)
    .values({
      tableName: sql.placeholder('tableName'),
      rows: sql.placeholder('rows'),
      sum: sql.placeholder('sum'),
    })
    .onConflictDoUpdate({
      target: contentSums.tableName,
      set: { rows: sql`excluded.rows`, sum: sql`excluded.sum` },
    })
    .prepare(),
)
const forgetSums = prepared((db) => db.delete(contentSums).prepare())

/** The name in `content_sums` that is no table: the last migration found the content to be other than the trail said. */
export const differedBefore = '#differed-before'

/** Notes before a migration of this many that the content is not what the trail says: counted anew, nobody could tell. */
export const noteDiffered = (store: WritableStore, rows: number): void =>
  void keepSum(store).run({ tableName: differedBefore, rows, sum: sumText(0n) })

/**
 * What the store holds after this act, for its entry; brings the sums of the tables it touched up to date. Null in a store that
 * has entries from before there were sums, until `startSums` has counted it.
 */
export function contentAfter(
  store: WritableStore,
  last: { readonly contentDigest: string | null } | undefined,
): string | null {
  if (last?.contentDigest === null) return null
  const before = last ? readContent(last.contentDigest) : { countedWith: schemaVersion(store), sum: 0n }
  let { sum } = before
  for (const [tableName, tally] of tallies.get(changesOf(store)) ?? []) {
    const change = sumOf(tally)
    sum += change
    const stored = storedSum(store).get({ tableName })
    keepSum(store).run({
      tableName,
      rows: (stored?.rows ?? 0) + tally.rows,
      sum: sumText((stored ? readSum(stored.sum) : 0n) + change),
    })
  }
  tallies.delete(changesOf(store))
  return contentText({ ...before, sum })
}

/** Replaces all sums by what was counted just now, and answers with the whole. */
export function replaceSums(
  store: WritableStore,
  counted: ReadonlyMap<string, { readonly rows: number; readonly sum: bigint }>,
): string {
  forgetSums(store).run()
  for (const [tableName, { rows, sum }] of counted) keepSum(store).run({ tableName, rows, sum: sumText(sum) })
  return contentText({ countedWith: schemaVersion(store), sum: total(counted) })
}

/** The sum of all tables. */
export const total = (counted: ReadonlyMap<string, { readonly sum: bigint }>): bigint =>
  [...counted.values()].reduce((all, { sum }) => all + sum, 0n)
