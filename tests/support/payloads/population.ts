import { copyFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import type { Role } from '#shared/domain/codes.ts'
import { leadIntake } from '#tests/support/books/leads.ts'
import { livePassword, openLiveStore } from '#tests/support/live-store.ts'
import { at, intake } from '#tests/support/training-store.ts'
import type { Chance } from './chance.ts'
import type { Known } from './from-schema.ts'

/** A live store with a little of everything in it, and the tokens of everybody at its desks. */
export interface Population {
  /** Nobody has it open: to be copied. */
  readonly file: string
  readonly now: number
  /** Signed in, by role; each role more than once where it has more than one person. */
  readonly signedIn: readonly { readonly token: string; readonly role: Role }[]
  readonly locked: readonly string[]
  readonly expired: readonly string[]
}

const everybody = [
  ['boss', 'admin'],
  ['gao', 'director'],
  ['manager', 'manager'],
  ['other', 'manager'],
  ['desk', 'front_desk'],
  ['chen', 'consultant'],
  ['li', 'consultant'],
  ['zhou', 'consultant'],
] as const
const consultants = { chen: 'manager', li: 'manager', zhou: 'other' } as const

/** Makes the store, all of it by calls. */
export function makePopulation(): Population {
  const store = openLiveStore()
  store.setNow('2026-03-02')
  const managers = { manager: store.enrol('manager', 'manager'), other: store.enrol('other', 'manager') }
  store.enrol('gao', 'director')
  store.enrol('desk', 'front_desk')
  for (const [login, manager] of Object.entries(consultants)) {
    const { ok } = store.enrol(login, 'consultant', managers[manager].staffId)
    for (let i = 0; i < 5; i += 1) ok('customers.register', intake())
    ok('leads.add', leadIntake())
    ok('leaves.request', { from: '2026-03-16', until: '2026-03-18', kind: 'vacation' })
  }
  const desk = store.as('desk')
  for (let i = 0; i < 4; i += 1)
    desk.ok('visits.register', { kind: 'walk_in', callerName: `张先生${i}`, partySize: 2 })
  const expired = Object.keys(consultants).map((login) => store.as(login).token)
  // Plans fall due, and the nights judge them.
  for (const date of ['2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07']) {
    store.setNow(date)
    store.as('gao').ok('dayRoll.run')
  }
  const signedIn = everybody.map(([login, role]) => ({ token: store.as(login).token, role }))
  const locked = ['gao', 'chen'].map((login) => {
    const { token, ok } = store.as(login)
    ok('session.setPin', { current: livePassword, pin: '4827' })
    ok('session.lock')
    return token
  })
  store.close()
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'showroom-payloads-')), 'population.db')
  copyFileSync(store.file, file)
  return { file, now: at('2026-03-07'), signedIn, locked, expired }
}

/** What fits a field by its name: ids of that file, dates around its today, phones, paths in a folder that goes afterwards. */
export function knownOf({ file }: Population, folder: string): Known {
  const db = new Database(file, { readonly: true })
  const ids: Record<string, string[]> = {}
  const tables = db
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
    .pluck()
    .all() as string[]
  for (const table of tables) {
    const columns = db.prepare(`select name from pragma_table_info('${table}')`).pluck().all() as string[]
    for (const column of columns.filter((name) => name.endsWith('_id'))) {
      const some = db.prepare(
        `select distinct "${column}" from "${table}" where "${column}" is not null limit 12`,
      )
      ids[column] = [...(ids[column] ?? []), ...(some.pluck().all() as string[])]
    }
  }
  const phones = db.prepare('select phone from customer_phones limit 20').pluck().all() as string[]
  const staff = ids['staff_id'] ?? []
  const all = Object.values(ids).flat()
  db.close()
  const dates = [
    '2026-03-01',
    '2026-03-02',
    '2026-03-05',
    '2026-03-06',
    '2026-03-07',
    '2026-03-08',
    '2026-03-09',
    '2026-03-20',
    '2026-04-30',
    '2025-12-31',
  ]
  const column = (key: string) =>
    key.replace(/s$/, '').replaceAll(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`)
  const texts: readonly (readonly [RegExp, (chance: Chance) => unknown])[] = [
    [
      /path|folder|file/i,
      (chance) => path.join(folder, chance.pick(['a.csv', 'b.xlsx', 'none/c.csv', 'recordings', ''])),
    ],
    [
      /(On|Date|^date|^from|^until|^on|birthday|month|dates|today)$/i,
      (chance) => (chance.yes(0.1) ? '2026-03' : chance.pick(dates)),
    ],
    [
      /mobile|phone|caller$/i,
      (chance) =>
        chance.yes(0.5) ? chance.pick(phones) : `138${String(10_000_000 + chance.below(89_999_999))}`,
    ],
    [/time|since|arrived|left/i, (chance) => chance.pick(['09:00', '10:30', '18:00'])],
    [/grade/i, (chance) => chance.pick(['H', 'A', 'B', 'C', 'O', 'D'])],
    [/^version$/, (chance) => chance.pick([1, 2, 3])],
    [/^login$/, (chance) => chance.pick(['boss', 'chen', 'nobody'])],
    [/password|current|secret/i, (chance) => chance.pick([livePassword, 'wrong'])],
    [/^pin$/, (chance) => chance.pick(['4827', '9999'])],
    [/role/i, (chance) => chance.pick(['consultant', 'manager', 'director', 'admin', 'front_desk'])],
    [/cursor/i, (chance) => chance.pick(['0', '1', '100', 'x', '-1', '1e9'])],
  ]
  return (key, chance) => {
    if (/Ids?$/.test(key)) {
      const fitting =
        ids[column(key)] ??
        (/(owner|manager|consultant|helper|assignee|from|to|signedBy)/i.test(key) ? staff : all)
      return chance.pick(chance.yes(0.9) && fitting.length > 0 ? fitting : all)
    }
    return texts.find(([names]) => names.test(key))?.[1](chance)
  }
}
