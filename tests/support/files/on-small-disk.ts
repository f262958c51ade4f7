import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  rmdirSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { createStore } from '#main/application/create-store.ts'
import { toFailure } from '#main/application/failure.ts'
import { openStoreFile } from '#main/application/opened-store.ts'
import { verifyStore } from '#main/application/verify/index.ts'
import { systemClock } from '#main/platform/clock.ts'
import { writePendingFile } from '#main/files/pending-file.ts'
import { sqliteOf } from '#main/store/handle.ts'
import {
  intake,
  makeTrainingStore,
  migrationsFolder,
  openMade,
  type TrainingStore,
} from '#tests/support/made-store.ts'

/**
 * Runs in a mount namespace of its own (tests/prove/full-disk.test.ts starts it so), because it mounts a small disk of memory,
 * fills it really, and makes it read-only. Says what it found as one line of JSON.
 */

const [rounds = 40, seed = 1] = process.argv.slice(2).map(Number)
// The store grows with every round, and has to fit.
const diskBytes = (8 * 1024 + rounds * 64) * 1024
const block = 4096
const actsARound = 6

const disk = mkdtempSync(path.join(tmpdir(), 'showroom-disk-'))
const ballast = path.join(disk, 'ballast')
const file = path.join(disk, 'store.db')
const mount = (...options: string[]) => execFileSync('mount', [...options, disk], { stdio: 'pipe' })
const log = () => undefined

let state = seed
/** A whole number below the limit, the same ones in every run of a seed. */
const random = (below: number): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((state / 2 ** 32) * below)
}

/** Takes all the room of the disk but so many bytes. */
function fillBut(left: number): void {
  const handle = openSync(ballast, 'w')
  let taken = 0
  try {
    for (;;) taken += writeSync(handle, Buffer.alloc(block))
  } catch {
    // Full.
  }
  closeSync(handle)
  execFileSync('truncate', ['-s', String(Math.max(0, taken - left)), ballast])
}
const makeRoom = () => rmSync(ballast, { force: true })

const found = {
  acknowledged: 0,
  refused: 0,
  otherRefusals: [] as string[],
  refusedReads: 0,
  refusedWithRoom: 0,
  fullCheckpoints: 0,
  reopenedWhileFull: 0,
  lost: 0,
  appeared: 0,
  problems: [] as string[],
}
const acknowledged = new Set<string>()

function act(store: TrainingStore): boolean {
  const remark = `要白色${'，价格再谈'.repeat(random(500))}`
  const answer = store.answer('chen', 'customers.register', intake({ opportunity: { remark } }))
  if (answer.ok) {
    acknowledged.add((answer.value as { customerId: string }).customerId)
    found.acknowledged += 1
  } else if (answer.error.code === 'STORE_FULL') found.refused += 1
  else found.otherRefusals.push(`${answer.error.code} ${answer.error.message}`)
  return answer.ok
}

/** What is in the file is exactly what was acknowledged, and it is sound. */
function check(store: TrainingStore): void {
  const sqlite = sqliteOf(store.application.store)
  const kept = new Set(sqlite.prepare('select customer_id from customers').pluck().all() as string[])
  for (const id of acknowledged) if (!kept.has(id)) found.lost += 1
  for (const id of kept) if (!acknowledged.has(id)) found.appeared += 1
  for (const { code, detail } of verifyStore(store.application.store, 'en').problems)
    found.problems.push(`${code} ${detail}`)
}

/** The disk fills in the middle of a commit, or of a checkpoint; then there is room again, and nothing is opened anew. */
function playRound(store: TrainingStore): void {
  fillBut(random(80) * 1024)
  for (let i = 0; i < actsARound; i += 1) act(store)
  if (!store.answer('chen', 'customers.search', {}).ok) found.refusedReads += 1
  try {
    sqliteOf(store.application.store).pragma('wal_checkpoint(passive)')
  } catch {
    found.fullCheckpoints += 1
  }
  makeRoom()
  if (!act(store)) found.refusedWithRoom += 1
}

/** A disk without any room: a new store and an exported file, with what was there before. */
async function writeBeside(): Promise<Record<string, unknown>> {
  const said = (error: unknown) => toFailure(error, 'en', log)
  const target = path.join(disk, 'list.csv')
  fillBut(0)
  let exported: unknown
  let created: unknown
  await writePendingFile(target, 'x'.repeat(block * 4)).catch((error: unknown) => {
    exported = said(error).data?.['reason']
  })
  const admin = { name: '管理员', login: 'admin', password: 'chun-tian-lai-le-7' }
  const now = systemClock.now()
  try {
    const options = {
      migrationsFolder,
      name: '新店',
      kind: 'live',
      policy: 'benyue',
      locale: 'zh-CN',
    } as const
    createStore({ ...options, file: path.join(disk, 'new.db'), now, admin })
  } catch (error) {
    created = said(error).code
  }
  const left = readdirSync(disk).filter((name) => /new|list|part/.test(name) && !name.endsWith('.owner'))
  makeRoom()
  return { exported, created, left }
}

const stateOf = (): string => {
  const opened = openStoreFile(file, { migrationsFolder, clock: systemClock, log, locale: 'en' })
  if (opened.state !== 'open') return opened.state === 'failed' ? opened.failure.code : opened.state
  opened.application.close()
  return 'open'
}

/** The disk turns read-only between two runs, once after a clean end and once after a crash that left a log behind. */
function makeReadOnly(): Record<string, unknown> {
  const bytes = readFileSync(file)
  mount('-o', 'remount,ro')
  const clean = stateOf()
  const same = readFileSync(file).equals(bytes)
  mount('-o', 'remount,rw')
  const again = stateOf()
  const beside = path.join(mkdtempSync(path.join(tmpdir(), 'showroom-crashed-')), 'store.db')
  const db = new Database(file)
  db.exec('create table crash (id integer)')
  for (const end of ['', '-wal', '-shm']) copyFileSync(file + end, beside + end)
  db.exec('drop table crash')
  db.close()
  for (const end of ['', '-wal']) copyFileSync(beside + end, file + end)
  rmSync(path.dirname(beside), { recursive: true })
  mount('-o', 'remount,ro')
  const crashed = stateOf()
  mount('-o', 'remount,rw')
  return { clean, same, again, crashed, walLeft: existsSync(`${file}-wal`), afterCrash: stateOf() }
}

mount('-t', 'tmpfs', '-o', `size=${diskBytes}`, 'tmpfs')
try {
  const made = makeTrainingStore()
  made.close()
  copyFileSync(made.file, file)
  const reopen = () => openMade({ ...made, file })
  let store = reopen()
  for (let round = 1; round <= rounds; round += 1) {
    playRound(store)
    if (round % 10 !== 0) continue
    // Closed and opened while there is no room at all: what could not be folded into the file waits in its log.
    fillBut(0)
    store.close()
    store = reopen()
    found.reopenedWhileFull += 1
    check(store)
    makeRoom()
  }
  check(store)
  const beside = await writeBeside()
  store.close()
  const readOnly = makeReadOnly()
  made.remove()
  console.log(JSON.stringify({ ...found, beside, readOnly }))
} finally {
  execFileSync('umount', ['-l', disk])
  rmdirSync(disk)
}
