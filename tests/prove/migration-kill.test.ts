import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { makeRandom } from '#main/application/seed/random.ts'
import { verifyStore } from '#main/application/verify/index.ts'
import { backupFolderOf, checkBackup } from '#main/store/backup.ts'
import { findBackups } from '#main/store/manifest.ts'
import { knownSchemaVersion } from '#main/store/migrate.ts'
import { closeStore, openStore } from '#main/store/open.ts'
import { migrationsFolder } from '#tests/support/made-store.ts'
import { pastStores, unpackPastStore, type PastStore } from '#tests/support/files/past-stores.ts'
import {
  columnsOf,
  contentOf,
  readOnly,
  versionOf,
  type Columns,
} from '#tests/support/files/store-content.ts'
import { runAndKill } from './load/process.ts'
import { report } from './report.ts'
import { proofSize } from './size.ts'

const child = path.resolve(import.meta.dirname, 'load/migrate-child.ts')
const known = knownSchemaVersion(migrationsFolder)
const kills = proofSize({ short: 8, full: 50 })
const root = mkdtempSync(path.join(tmpdir(), 'showroom-migration-kill-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const folder = () => mkdtempSync(path.join(root, 'store-'))

/** Whole backups of a store file from before its migration, with what is in them. */
const backupsOf = (file: string) =>
  findBackups(backupFolderOf(file), path.basename(file)).flatMap(({ path: backup, manifest }) =>
    manifest && checkBackup(backup, manifest) === null ? [{ backup, version: manifest.schemaVersion }] : [],
  )

/** Opened, a store of an older program gets sums of its content and an entry that says so: what it had is compared. */
const contentBefore = (file: string, columns: Columns) => {
  const { audit_entries: _trail, content_sums: _sums, ...content } = contentOf(file, columns)
  return content
}

interface Tally {
  old: number
  migrated: number
  done: number
}

/** Kills the opening of a past store again and again, and looks at what is left each time. */
async function killOpening(past: PastStore): Promise<Tally> {
  const original = unpackPastStore(past, folder())
  const columns = readOnly(original, columnsOf)
  const content = contentBefore(original, columns)
  const random = makeRandom(`migration ${past.version}`)
  const copy = () => {
    const file = path.join(folder(), 'store.db')
    copyFileSync(original, file)
    return file
  }
  const whole = await runAndKill(child, [copy()])
  const statements = Number(/^opening\nopened (\d+)\n$/.exec(whole.said)?.[1])
  expect(whole).toMatchObject({ code: 0, notices: '' })
  expect(statements).toBeGreaterThan(20)

  const tally: Tally = { old: 0, migrated: 0, done: 0 }
  for (let kill = 0; kill < kills; kill += 1) {
    const file = copy()
    // Most are killed between two statements, each as likely as the other; the rest wherever they are just then.
    const ended = random.chance(0.7)
      ? await runAndKill(child, [file, String(random.between(1, statements))])
      : await runAndKill(child, [file], {
          after: random.between(0, Math.ceil(whole.took)),
          from: (said) => said !== '',
        })
    if (ended.signal !== 'SIGKILL') tally.done += 1
    // All of the migrations, or none.
    const left = versionOf(file)
    expect([past.version, known]).toContain(left)
    expect(contentBefore(file, columns)).toEqual(content)
    if (left === known) {
      tally.migrated += 1
      expect(backupsOf(file)).toEqual([expect.objectContaining({ version: past.version })])
    } else tally.old += 1

    const store = openStore(file, { migrationsFolder })
    expect(verifyStore(store, 'en').problems).toEqual([])
    closeStore(store)
    expect(versionOf(file)).toBe(known)
    expect(contentBefore(file, columns)).toEqual(content)
    const [backup] = backupsOf(file)
    expect(backup).toMatchObject({ version: past.version })
    expect(contentBefore(backup?.backup ?? '', columns)).toEqual(content)
    // What a killed copy left half-made is no backup, and does not stay for ever under a name of its own.
    expect(readdirSync(path.dirname(file)).filter((name) => name.endsWith('.tmp'))).toEqual([])
    rmSync(path.dirname(file), { recursive: true })
  }
  return tally
}

const older = pastStores.filter(({ version }) => version < known)
const tallies: Tally[] = []
it.concurrent.each(older)(
  'kill -9 while schema $version is migrated leaves it old or migrated, whole, with its backup (P2, P3)',
  async (past) => {
    const tally = await killOpening(past)
    tallies.push(tally)
    // The kills must fall on both sides of the commit to show anything.
    expect(tally.old).toBeGreaterThan(0)
  },
)

afterAll(() => {
  const sum = (key: keyof Tally) => tallies.reduce((total, each) => total + each[key], 0)
  report(
    'P2, P3',
    `${kills} kills in the migration of each of ${older.length} past schemas (${older.map(({ version }) => version).join(', ')}): ${sum('old')} found old, ${sum('migrated')} migrated (${sum('done')} had ended before), 0 bad`,
  )
})
