import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeTrainingStore, type TrainingStore } from '#tests/support/made-store.ts'

/** Tables with few rows, whatever a store does: to read one of them whole costs nothing. */
const small = ['claims', 'duplicate_dismissals']

let store: TrainingStore
beforeAll(() => {
  store = makeTrainingStore({})
  store.close()
})
afterAll(() => store.remove())

interface Operation {
  readonly opcode: string
  readonly p1: number
  readonly p2: number
}

/** The tables that SQLite reads from end to end when one row goes: those whose references to it have no index. */
function readWhole(table: string, key: string): string[] {
  const db = new Database(store.file, { readonly: true })
  db.pragma('foreign_keys = on')
  const tables = new Map(
    db.prepare('select rootpage, tbl_name from sqlite_schema where rootpage > 0').raw().all() as [
      number,
      string,
    ][],
  )
  const operations = db.prepare(`explain delete from ${table} where ${key} = ?`).all('x') as Operation[]
  const opened = new Map<number, string | undefined>()
  const read = new Set<string>()
  for (const { opcode, p1, p2 } of operations) {
    if (/^Open(?:Read|Write)$/.test(opcode)) opened.set(p1, tables.get(p2))
    if (opcode === 'Rewind') read.add(opened.get(p1) ?? 'unknown')
  }
  db.close()
  return [...read].filter((each) => !small.includes(each))
}

it.each([
  ['customers', 'customer_id'],
  ['opportunities', 'opportunity_id'],
  ['plans', 'plan_id'],
  ['follow_ups', 'follow_up_id'],
  ['leads', 'lead_id'],
])('taking back a ledger asks no table whole for who refers to a row of %s (F4)', (table, key) => {
  expect(readWhole(table, key)).toEqual([])
})

it('a reference without an index is found by this', () => {
  const db = new Database(store.file)
  db.exec('drop index visits_opportunity')
  db.close()
  expect(readWhole('opportunities', 'opportunity_id')).toEqual(['visits'])
})
