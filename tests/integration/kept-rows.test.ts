import Database from 'better-sqlite3'
import { is } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { blob, integer, SQLiteTable, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { describe, expect, it } from 'vitest'
import { asBusinessDate } from '#shared/time/business-date.ts'
import { makeReadable } from '#main/store/handle.ts'
import { contentHolds, countContent, storedSums } from '#main/store/read/content-sums.ts'
import * as schema from '#main/store/schema/index.ts'
import { keptTable } from '#main/store/write/kept-rows.ts'
import { insertRow, updateRow } from '#main/store/write/rows.ts'
import { shapeOf } from '#main/store/write/table-shape.ts'
import { act } from '#tests/support/acts.ts'
import { openTrainingStore } from '#tests/support/training-store.ts'

const samples = sqliteTable('samples', {
  id: text('id').primaryKey(),
  words: text('words'),
  count: integer('count'),
  yes: integer('yes', { mode: 'boolean' }).notNull().default(true),
  list: text('list', { mode: 'json' }).$type<unknown>(),
  kind: text('kind').notNull().default('plain'),
})

function openSamples() {
  const sqlite = new Database(':memory:')
  // The columns stand in another order than the program names them.
  sqlite.exec(
    `create table samples (count integer, id text primary key not null, yes integer default true not null,
      words text, kind text default 'plain' not null, list text)`,
  )
  const kept = keptTable(makeReadable(sqlite, drizzle(sqlite, { schema })), shapeOf(samples))
  if (!kept) throw new Error('the samples are of known kinds')
  const stored = () => sqlite.prepare('select * from samples').raw().all()
  return { kept, stored }
}

describe('what a row is kept as (S6)', () => {
  it.each([
    {
      id: 'a',
      words: '王建国 𠮷\u0000\n"x"',
      count: 5,
      yes: false,
      list: [1, null, { a: '’' }],
      kind: 'other',
    },
    { id: 'b', words: '', count: -0 },
    { id: 'c', words: '007', count: Number.MAX_SAFE_INTEGER, list: 'text', yes: true },
    { id: 'd', words: null, count: undefined, list: [] },
  ])('is foreseen as SQLite then tells it: %j', (row) => {
    const { kept, stored } = openSamples()
    const foreseen = kept.foresee(row)
    kept.insert(foreseen ?? [])
    expect(JSON.stringify(stored())).toBe(JSON.stringify([foreseen]))
  })

  it.each([
    { id: 'a', words: '\ud83d' },
    { id: 'a', words: 7 },
    { id: 'a', count: 1.5 },
    { id: 'a', count: '7' },
    { id: 'a', count: 2 ** 60 },
    { id: 'a', unknown: 'x' },
    { words: 'without a key' },
  ])('is left to SQLite where it may be another: %j', (row) => {
    const { kept } = openSamples()
    expect(kept.foresee(row)).toBeUndefined()
  })

  it('is left to SQLite altogether where a column is of another kind', () => {
    const sqlite = new Database(':memory:')
    sqlite.exec('create table pictures (id text primary key, bytes blob)')
    const pictures = sqliteTable('pictures', { id: text('id').primaryKey(), bytes: blob('bytes') })
    const store = makeReadable(sqlite, drizzle(sqlite, { schema }))
    expect(keptTable(store, shapeOf(pictures))).toBeUndefined()
  })

  it('is known beforehand for every table of the store', () => {
    const { application } = openTrainingStore()
    const unknown = Object.values(schema)
      .filter((table) => is(table, SQLiteTable))
      .map(shapeOf)
      .filter((shape) => keptTable(application.store, shape) === undefined)
    expect(unknown.map(({ name }) => name)).toEqual([])
  })

  it('is what the sums of the store were told, foreseen or not', () => {
    const training = openTrainingStore()
    const { store } = training.application
    const row = (reassignmentId: string, reason: string) => ({
      reassignmentId,
      fromStaffId: training.ids.chen,
      reason,
      customers: 0,
      appliedOn: asBusinessDate('2026-03-02'),
      appliedAt: 1,
      appliedBy: training.ids.manager,
    })
    act(training, (writable) => {
      for (const [i, words] of ['没有', '\ud83d 半个字', ''].entries())
        insertRow(writable, schema.reassignments, row(`r${i}`, words))
      updateRow(writable, schema.reassignments, 'r0', { reason: '半个字 \ud83d' })
      updateRow(writable, schema.reassignments, 'r1', { reason: '全', undoneAt: 5 })
    })
    expect(contentHolds(store)).toBe(true)
    expect(storedSums(store).get('reassignments')).toEqual(countContent(store).get('reassignments'))
  })
})
