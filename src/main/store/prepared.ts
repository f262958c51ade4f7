import type Database from 'better-sqlite3'
import { drizzleOf, sqliteOf, type Drizzle, type ReadableStore } from './handle.ts'

/**
 * A statement that is prepared once a connection: preparing costs 25 times more than running a hot lookup.
 * `const byPhone = prepared((db) => db.select()….prepare())`, then `byPhone(store).get({ phone })`.
 */
export function prepared<S>(build: (db: Drizzle) => S): (store: ReadableStore) => S {
  const cache = new WeakMap<Drizzle, S>()
  return (store) => {
    const db = drizzleOf(store)
    let statement = cache.get(db)
    if (statement === undefined) {
      statement = build(db)
      cache.set(db, statement)
    }
    return statement
  }
}

/**
 * The same for SQL written out, where a list needs an index hint or a shape the query builder has no words for.
 * The row type is a promise of the author, kept by the reader's tests.
 */
export function preparedSql<Row, Parameters extends Record<string, unknown> | unknown[]>(
  text: string,
): (
  store: ReadableStore,
) => Database.Statement<Parameters extends unknown[] ? Parameters : [Parameters], Row> {
  const cache = new WeakMap<
    Database.Database,
    Database.Statement<Parameters extends unknown[] ? Parameters : [Parameters], Row>
  >()
  return (store) => {
    const db = sqliteOf(store)
    let statement = cache.get(db)
    if (statement === undefined) {
      statement = db.prepare<Parameters extends unknown[] ? Parameters : [Parameters], Row>(text)
      cache.set(db, statement)
    }
    return statement
  }
}
