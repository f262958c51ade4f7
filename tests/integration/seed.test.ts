import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { seedDemoStore, seedStore, type SeedOptions } from '#main/application/seed/index.ts'
import { openApplication } from '#main/application/open-application.ts'
import { verifyStore } from '#main/application/verify/index.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { toDo } from '#shared/contract/to-do.ts'
import { asBusinessDate } from '#shared/time/business-date.ts'
import { cli, createStoreFile, temporaryFolder } from '#tests/support/command-line.ts'
import { at, migrationsFolder } from '#tests/support/training-store.ts'

const small = { customers: 90, days: 45, until: '2026-03-01', seed: 's' }
const words = (file: string, options: Partial<Record<keyof typeof small, string | number>> = {}) => [
  'seed',
  '--store',
  file,
  ...Object.entries({ ...small, ...options }).flatMap(([name, value]) => [`--${name}`, String(value)]),
]

function seed(options: Partial<SeedOptions> = {}) {
  const file = path.join(temporaryFolder(), 'store.db')
  const seeded = seedStore({
    file,
    migrationsFolder,
    locale: 'zh-CN',
    ...small,
    until: asBusinessDate(small.until),
    ...options,
  })
  return { file, seeded }
}

const verified = (file: string) => {
  const application = openApplication({ file, migrationsFolder })
  const verification = verifyStore(application.store, 'en')
  application.close()
  return verification
}

describe('a seeded store', () => {
  it('is the same for the same arguments, and another for any other', () => {
    const digest = (options: Partial<SeedOptions> = {}) => verified(seed(options).file).digest
    const first = digest()
    expect(digest()).toBe(first)
    expect(digest({ seed: 't' })).not.toBe(first)
    expect(digest({ days: 46 })).not.toBe(first)
  })

  it('holds every invariant and the customers that were asked for', () => {
    const { file, seeded } = seed({ customers: 200, days: 100 })
    const { problems, counts } = verified(file)
    expect(problems).toEqual([])
    expect(counts['customers']).toBe(200)
    expect(counts['follow_ups']).toBe(seeded.followUps)
    expect(counts['staff']).toBe(17)
  })

  it('has cards made a day late on days whose register was signed, of lines written on the day itself (R-11.2)', () => {
    const { file } = seed({ customers: 600, days: 14 })
    expect(verified(file).problems).toEqual([])
    const db = new Database(file, { readonly: true })
    const late = db
      .prepare<[], { on: string; registered: string }>(
        `select visited_on as "on", date(registered_at / 1000, 'unixepoch', '+8 hours') as registered
          from visits join register_days on "on" = visited_on where carded_on > visited_on`,
      )
      .all()
    db.close()
    expect(late.length).toBeGreaterThan(0)
    expect(late.filter(({ on, registered }) => on !== registered)).toEqual([])
  })

  it('has something of everything: losses, orders, late records, overdue work, leaves, visits, signatures', () => {
    const { file } = seed({ customers: 300, days: 120 })
    const db = new Database(file, { readonly: true })
    const count = (sql: string) => db.prepare<[], number>(`select count(*) from ${sql}`).pluck().get()
    const found = Object.fromEntries(
      [
        `opportunities where status = 'lost'`,
        `opportunities where status = 'ordered'`,
        `opportunities where status = 'delivered'`,
        `loss_applications where decision = 'refused'`,
        `follow_ups where late_recorded = 1`,
        `follow_ups where effective = 0`,
        `plans where status = 'open' and due_on <= '2026-03-01'`,
        `plans where due_time is not null`,
        `plans where beyond_limit_reason is not null`,
        `violations where kind = 'overdue_follow_up'`,
        `violations where kind = 'expired_opportunity'`,
        `violations where kind = 'unrealistic_postponement'`,
        `leaves`,
        `visits where customer_id is null`,
        `instructions where answered_at is null`,
        `signed_checks`,
        `customers where birthday = '1900-01-01'`,
      ].map((sql) => [sql, count(sql)]),
    )
    db.close()
    expect(Object.entries(found).filter(([, rows]) => rows === 0)).toEqual([])
  })

  it('has nothing done on a closed date, on a rest day or on leave', () => {
    const { file } = seed({ customers: 200, days: 100 })
    const db = new Database(file, { readonly: true })
    const rows = db
      .prepare<[], { recordedOn: string; weekday: number; rest: string; closed: number; away: number }>(
        `select f.recorded_on as recordedOn, cast(strftime('%u', f.recorded_on) as integer) as weekday, s.rest_weekdays as rest,
           exists (select 1 from closed_dates where closed_on = f.recorded_on) as closed,
           exists (select 1 from leaves l where l.staff_id = s.staff_id and f.recorded_on between l.from_on and l.until_on) as away
         from follow_ups f join staff s on s.staff_id = f.staff_id`,
      )
      .all()
    db.close()
    expect(rows.length).toBeGreaterThan(500)
    expect(
      rows.filter(
        ({ weekday, rest, closed, away }) =>
          closed || away || (JSON.parse(rest) as number[]).includes(weekday),
      ),
    ).toEqual([])
  })

  it('stands on the morning after its history, with work for everybody and no flood of it', () => {
    const { file, seeded } = seed({ customers: 600, days: 120, seed: 'demo' })
    const application = openApplication({ file, migrationsFolder })
    const lists = seeded.logins
      .filter(({ role }) => role === 'consultant')
      .map(({ login, password }) => {
        const signedIn = application.answer('session.signIn', { login, password }, {})
        if (!signedIn.ok) throw new Error(login)
        const { token } = signedIn.value as { token: string }
        const list = application.answer('toDo.list', undefined, { token })
        if (!list.ok) throw new Error(list.error.message)
        return list.value as OutputOf<typeof toDo.list>
      })
    application.close()
    const kinds = new Set(lists.flatMap(({ items }) => items.map(({ kind }) => kind)))
    expect([...kinds].sort()).toEqual(
      expect.arrayContaining(['appointment', 'instruction', 'out_of_step', 'overdue_plan', 'plan']),
    )
    for (const { on, progress, items } of lists) {
      expect(on).toBe('2026-03-02')
      expect(progress.done).toBe(0)
      expect(progress.open).toBeGreaterThan(0)
      expect(items.filter(({ kind }) => kind === 'overdue_plan').length).toBeLessThan(10)
    }
  })
})

describe('seed', () => {
  it('makes the store where there is none, and tells how to sign in', async () => {
    const file = path.join(temporaryFolder(), 'store.db')
    const { code, lines } = await cli(words(file))
    expect(code).toBe(0)
    expect(lines).toMatchObject([{ ok: true, value: { customers: 90, today: '2026-03-02' } }])
    const value = lines[0]?.value as
      | { logins: { login: string; password: string; role: string }[] }
      | undefined
    const logins = value?.logins ?? []
    expect(new Set(logins.map(({ role }) => role)).size).toBe(5)
    expect(logins.filter(({ role }) => role === 'consultant')).toHaveLength(12)
  })

  it('fills a training store that was made before, and keeps its administrator', async () => {
    const file = await createStoreFile()
    expect((await cli(words(file))).code).toBe(0)
    const signIn = { call: 'session.signIn', input: { login: 'admin', password: 'k7-Bridge-52' } }
    const { lines } = await cli(['call', '--store', file], { input: JSON.stringify(signIn) })
    expect(lines[0]?.ok).toBe(true)
    expect(verified(file).problems).toEqual([])
  })

  it('refuses a live store and a store that has customers', async () => {
    const live = await cli(words(await createStoreFile('live')))
    expect(live).toMatchObject({
      code: 1,
      lines: [{ error: { code: 'FILE_REFUSED', data: { reason: 'not_training' } } }],
    })
    const { file } = seed()
    const again = await cli(words(file))
    expect(again).toMatchObject({
      code: 1,
      lines: [{ error: { code: 'FILE_REFUSED', data: { reason: 'not_empty' } } }],
    })
  })

  it.each([
    ['--customers', { customers: 0 }],
    ['--days', { days: 'many' }],
    ['--until', { until: '2026-02-30' }],
  ])('names %s when it is wrong', async (field, options) => {
    const { code, lines } = await cli(words(path.join(temporaryFolder(), 'store.db'), options))
    expect(code).toBe(2)
    expect(lines[0]?.error?.issues).toMatchObject([{ field }])
  })

  it('makes the demo store up to yesterday with one login of each role, the consultant in the team of the manager', async () => {
    const file = path.join(temporaryFolder(), 'demo.db')
    const logins = await seedDemoStore({ file, migrationsFolder, now: at('2026-07-15 10:00'), locale: 'en' })
    expect(logins.map(({ role }) => role).sort()).toEqual([
      'admin',
      'consultant',
      'director',
      'front_desk',
      'manager',
    ])
    const application = openApplication({ file, migrationsFolder })
    const status = application.answer('store.status', undefined, {})
    expect(status).toMatchObject({
      value: { today: '2026-07-15', kind: 'training', locale: 'en', lastRolledOn: '2026-07-15' },
    })
    const signIn = (role: string) => {
      const { login, password } = logins.find((each) => each.role === role) ?? { login: '', password: '' }
      const answer = application.answer('session.signIn', { login, password }, {})
      return answer.ok
        ? (answer.value as { staff: { staffId: string; managerId: string | null } }).staff
        : undefined
    }
    expect(signIn('consultant')?.managerId).toBe(signIn('manager')?.staffId)
    application.close()
  })
})
