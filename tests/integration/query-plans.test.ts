import path from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { prepareStore, sitDown, type Desk } from '#main/application/bench/desk.ts'
import { queryFigures } from '#main/application/bench/queries.ts'
import { seedStore } from '#main/application/seed/index.ts'
import { temporaryFolderOfFile } from '#tests/support/folders.ts'
import { migrationsFolder } from '#tests/support/training-store.ts'
import { asBusinessDate, type BusinessDate } from '#shared/time/business-date.ts'

/** Tables that grow with the years of a store: reading one from end to end is what makes a list slow. */
const growing = [
  'customers',
  'customer_phones',
  'opportunities',
  'plans',
  'follow_ups',
  'owners',
  'visits',
  'violations',
  'audit_entries',
]

let desk: Desk
let plans: Database.Database
let today: BusinessDate

beforeAll(() => {
  const folder = temporaryFolderOfFile()
  const file = path.join(folder, 'store.db')
  const until = asBusinessDate('2026-03-01')
  seedStore({ file, migrationsFolder, customers: 1200, days: 90, until, seed: 'plans', locale: 'zh-CN' })
  // Closing it lets SQLite look at how the tables are filled, as it does in a store that was closed once.
  prepareStore({ file, migrationsFolder })
  desk = sitDown({ file, migrationsFolder, traced: true })
  const { token } = desk.signedIn('director')
  today = desk.ask<{ today: BusinessDate }>('store.status', undefined, token).today
  plans = new Database(file, { readonly: true })
}, 60_000)

afterAll(() => {
  plans.close()
  desk.close()
})

/** The growing table that a step of a plan names, by its own name or the one it has in the statement. */
const growingTable = (sql: string, name: string): string | undefined =>
  growing.find((table) => table === name || new RegExp(`\\b${table}"? (?:as )?"?${name}\\b`).test(sql))

/** The steps of a statement that read a growing table whole, and not through an index that holds all they need. */
function wholeReads(sql: string, values: readonly unknown[]): string[] {
  const steps = plans.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`).all(...values)
  return steps
    .map(({ detail }) => detail)
    .filter((detail) => {
      const [, name, how = ''] = /^SCAN (\w+)(.*)/.exec(detail) ?? []
      return name !== undefined && !how.includes('COVERING INDEX') && growingTable(sql, name) !== undefined
    })
}

it('sees a table that is read from end to end', () => {
  expect(wholeReads("select * from customers where email = 'x'", [])).toEqual(['SCAN customers'])
  expect(wholeReads("select * from customers as c where c.email = 'x'", [])).toEqual(['SCAN c'])
  expect(wholeReads("select name from customers where name like '%x%'", [])).toEqual([])
})

it('reads no growing table whole for what people wait for most often (F1, F4)', () => {
  const found: Record<string, string[]> = {}
  for (const { name, questions } of queryFigures(desk, today)) {
    for (const { call, input, token } of questions) {
      desk.takeTrace()
      desk.ask(call, input, token)
      for (const { sql, values } of desk.takeTrace()) {
        const steps = wholeReads(sql, values)
        if (steps.length > 0) found[`${name}: ${sql}`] = steps
      }
    }
  }
  expect(found).toEqual({})
})
