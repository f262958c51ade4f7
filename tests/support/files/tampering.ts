import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { verifyTrail } from '#main/application/verify/verify-trail.ts'
import { makeBackup, type MadeBackup } from '#main/store/backup.ts'
import { schemaVersion } from '#main/store/schema-version.ts'
import { closeReading, openForReading } from '#main/store/open.ts'
import { countContent } from '#main/store/read/content-sums.ts'
import { eachAuditEntry } from '#main/store/read/verification.ts'
import { contentText, modulus, sumText, total } from '#main/store/write/content-sums.ts'
import { auditHash, firstHash } from '#main/store/write/audit.ts'
import { planOn, reach, register } from '#tests/support/book.ts'
import { at, openTrainingStore, type TrainingStore } from '#tests/support/training-store.ts'

/** What an attacker has: the file, a tool for SQLite, and all the time he wants. */
export function attack(file: string, work: (db: Database.Database) => void): void {
  const db = new Database(file)
  db.pragma('synchronous = OFF')
  db.pragma('foreign_keys = OFF')
  db.pragma('ignore_check_constraints = ON')
  const triggers = db
    .prepare(`select name from sqlite_schema where type = 'trigger'`)
    .pluck()
    .all() as string[]
  db.transaction(() => {
    for (const name of triggers) db.exec(`drop trigger "${name}"`)
    work(db)
  })()
  db.close()
}

export interface Found {
  readonly code: string
  readonly table: string
  readonly id: string
  readonly data: Readonly<Record<string, unknown>>
}

/** Everything that is found in a file, on a connection of its own. */
export function findings(file: string): readonly Found[] {
  const store = openForReading(file)
  try {
    const { ofTrail, ofRows } = verifyTrail(store)
    return [...ofTrail, ...ofRows]
  } finally {
    closeReading(store)
  }
}
export const codes = (found: readonly Found[]): string[] => [...new Set(found.map(({ code }) => code))].sort()

/** An attacker who knows the program: the last sum, every hash and the sums of the tables fit again after his work. */
export function rebuildChain(file: string, from: number): void {
  const store = openForReading(file)
  const counted = countContent(store)
  const whole = { countedWith: schemaVersion(store), sum: total(counted) % modulus }
  const digest = contentText(whole)
  const entries = [...eachAuditEntry(store)]
  closeReading(store)
  attack(file, (db) => {
    const write = db.prepare(
      'update audit_entries set previous_hash = ?, hash = ?, content_digest = ? where sequence = ?',
    )
    let previousHash = entries.find(({ sequence }) => sequence === from - 1)?.hash ?? firstHash
    for (const entry of entries.filter(({ sequence }) => sequence >= from)) {
      const contentDigest = entry === entries.at(-1) ? digest : entry.contentDigest
      const hash = auditHash({ ...entry, previousHash, contentDigest })
      write.run(previousHash, hash, contentDigest, entry.sequence)
      previousHash = hash
    }
    const keep = db.prepare('update content_sums set rows = ?, sum = ? where table_name = ?')
    for (const [table, { rows, sum }] of counted) keep.run(rows, sumText(sum), table)
  })
}

/** A store with open deals of two consultants, a refused loss, violations, a penalty and a signed check. */
export function fillStore(make: () => TrainingStore = openTrainingStore): TrainingStore {
  const store = make()
  const first = register(store, 'chen', { grade: 'H', expected: '2026-03-09', plan: '2026-03-05' })
  const second = register(store, 'li', {
    grade: 'B',
    expected: '2026-03-30',
    plan: '2026-03-16',
    name: '赵敏',
  })
  store.setNow('2026-03-05')
  reach(store, 'chen', first.opportunityId, planOn('2026-03-08'))
  reach(store, 'li', second.opportunityId, { kind: 'lost', reason: 'price' })
  store.setNow('2026-03-12')
  store.ok('manager', 'losses.refuse', { opportunityId: second.opportunityId })
  const { rows } = store.ok('manager', 'violations.list', {})
  const violationIds = rows.filter(({ kind }) => kind === 'overdue_follow_up').map((row) => row.violationId)
  store.ok('manager', 'violations.confirm', { violationIds })
  store.ok('director', 'penalties.approve', { violationIds })
  store.ok('manager', 'dailyCheck.sign', { on: '2026-03-11' })
  return store
}

/** One more day of work, which writes a dozen entries. */
export function workOn(store: TrainingStore, day: string): void {
  store.setNow(day)
  for (const name of ['孙磊', '周洁', '吴刚'])
    register(store, 'zhou', { grade: 'A', expected: addTo(day, 10), plan: addTo(day, 2), name })
}
const addTo = (day: string, days: number): string =>
  `${day.slice(0, 8)}${String(Number(day.slice(8)) + days).padStart(2, '0')}`

/** A backup with its manifest, as the program makes it. */
export const backUp = (store: TrainingStore, day: string): MadeBackup =>
  makeBackup(store.application.store, { file: store.file, reason: 'by_hand', now: at(day) })

/** Puts an old file where the store is, as somebody does with a file manager. */
export function putBack(file: string, old: string): void {
  for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true })
  copyFileSync(old, file)
}

/** A copy of a closed store in a folder of its own, without what is kept beside it. */
export function copyAlone(file: string): string {
  const copy = path.join(mkdtempSync(path.join(tmpdir(), 'showroom-tampered-')), 'store.db')
  copyFileSync(file, copy)
  return copy
}
