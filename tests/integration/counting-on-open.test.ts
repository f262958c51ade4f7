import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openApplication } from '#main/application/open-application.ts'
import { makeStoreHost } from '#main/application/host.ts'
import { pastStores, unpackPastStore } from '#tests/support/files/past-stores.ts'
import { temporaryFolder } from '#tests/support/command-line.ts'
import { migrationsFolder } from '#tests/support/training-store.ts'

const rows = 12_000

/** A store of a past schema that has grown: its content is counted on the first start after the update. */
function grownStore(version: number): string {
  const past = pastStores.find((each) => each.version === version)
  if (!past) throw new Error(`there is no store of schema ${version}`)
  const file = unpackPastStore(past, temporaryFolder())
  const db = new Database(file)
  db.prepare(
    `insert into closed_dates with recursive n(i) as (select 1 union all select i + 1 from n where i < ?)
      select date('2200-01-01', i || ' days') from n`,
  ).run(rows)
  db.close()
  return file
}

describe('the first start after an update (S6)', () => {
  it.each([8, 9])('tells how far the content of a store of schema %i is counted', (version) => {
    const file = grownStore(version)
    const told: (readonly [number, number])[] = []
    const counted = (done: number, total: number) => void told.push([done, total])
    openApplication({ file, migrationsFolder, counted }).close()
    const dones = told.map(([done]) => done)
    expect(dones.length).toBeGreaterThan(1)
    expect(dones).toEqual(dones.toSorted((a, b) => a - b))
    expect(told.every(([done, total]) => done <= total && total >= rows)).toBe(true)
    told.length = 0
    openApplication({ file, migrationsFolder, counted }).close()
    expect(told).toEqual([])
  })

  it('tells it to the windows before any call is answered', () => {
    const file = grownStore(8)
    const told: string[] = []
    const host = makeStoreHost({
      dataFolder: path.dirname(file),
      migrationsFolder,
      storeFile: file,
      progress: (task) => void told.push(task),
      seedDemo: () => [],
    })
    host.close()
    expect(new Set(told)).toEqual(new Set(['store.open']))
  })
})
