import { sqliteOf, type ReadableStore } from './handle.ts'

/** What SQLite says of a row that the schema does not allow, in a file whose pages are sound. */
const brokenConstraint = /^(?:CHECK constraint failed in|NULL value in) /
/** So many rows against the schema may stand before the first damaged page that is told. */
const mostLines = 10_000

/**
 * What a quick check finds wrong with the pages of a file; undefined when they are sound. A row that somebody edited past the
 * schema is no damage of the file: the store opens and can be backed up, and the check of the whole store names it.
 */
export function findPageDamage(store: ReadableStore): string | undefined {
  const said = sqliteOf(store).pragma(`quick_check(${mostLines})`) as { readonly quick_check: string }[]
  return said.map((line) => line.quick_check).find((line) => line !== 'ok' && !brokenConstraint.test(line))
}
