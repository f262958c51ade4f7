import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, expect, it } from 'vitest'
import { makeRandom } from '#main/application/seed/random.ts'
import { knownSchemaVersion } from '#main/store/migrate.ts'
import { closeStore, openStore } from '#main/store/open.ts'
import { migrationsFolder } from '#tests/support/made-store.ts'
import { pastStores, unpackPastStore } from '#tests/support/files/past-stores.ts'
import { columnsOf, contentOf, readOnly, versionOf } from '#tests/support/files/store-content.ts'
import { makeDisk } from './power-cut/disk.ts'
import { record, whyNoRecord } from './power-cut/record.ts'
import { report } from './report.ts'
import { proofSize } from './size.ts'

const root = mkdtempSync(path.join(tmpdir(), 'showroom-migration-cut-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const child = path.resolve(import.meta.dirname, 'load/migrate-child.ts')
const known = knownSchemaVersion(migrationsFolder)
// The oldest has most before it; full length tries them all.
const older = pastStores
  .filter(({ version }) => version < known)
  .slice(0, proofSize({ short: 1, full: pastStores.length }))
const cuts = proofSize({ short: 30, full: 120 })
const why = whyNoRecord()
const tally = { old: 0, migrated: 0 }

/** The version that whoever opens an image finds; seen on a copy, because finding it may roll a journal back. */
function versionFound(place: string): number {
  const seen = `${place}-seen`
  cpSync(place, seen, { recursive: true })
  const db = new Database(path.join(seen, 'store.db'))
  const version = Number(db.prepare('select count(*) from __drizzle_migrations').pluck().get())
  db.close()
  rmSync(seen, { recursive: true })
  return version
}

it.skipIf(why && process.platform !== 'linux').each(older)(
  'a power cut while schema $version is migrated leaves it old or migrated, whole (P1, P3)',
  async (past) => {
    const random = makeRandom(`cut of schema ${past.version}`)
    const folder = mkdtempSync(path.join(root, 'store-'))
    const file = unpackPastStore(past, folder)
    const columns = readOnly(file, columnsOf)
    // Once opened, a store of an older program has sums of its content and an entry more.
    const { audit_entries: _trail, content_sums: _sums, ...compared } = columns
    const content = contentOf(file, compared)
    const before = readFileSync(file)
    const { operations, code, notices } = await record(child, [file], folder)
    expect([code, notices]).toEqual([0, ''])
    const moments = new Set(Array.from({ length: cuts }, () => random.between(0, operations.length - 1)))
    const disk = makeDisk(new Map([['store.db', before]]))
    for (const [moment, operation] of operations.entries()) {
      disk.apply(operation)
      if (!moments.has(moment)) continue
      const place = path.join(root, `image-${past.version}-${moment}`)
      mkdirSync(place)
      for (const [name, bytes] of disk.cut(random).files) writeFileSync(path.join(place, name), bytes)
      const image = path.join(place, 'store.db')
      const left = versionFound(place)
      expect([past.version, known]).toContain(left)
      tally[left === known ? 'migrated' : 'old'] += 1
      closeStore(openStore(image, { migrationsFolder, check: true }))
      expect(versionOf(image)).toBe(known)
      expect(contentOf(image, compared)).toEqual(content)
      rmSync(place, { recursive: true })
    }
  },
)

afterAll(() => {
  report(
    'P1, P3',
    why ??
      `${tally.old + tally.migrated} power cuts in the migrations of ${older.length} past schemas: ${tally.old} found old, ${tally.migrated} migrated, 0 bad`,
  )
})
