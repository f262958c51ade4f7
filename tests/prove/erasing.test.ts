import { statSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { openApplication } from '#main/application/open-application.ts'
import { seedStore } from '#main/application/seed/index.ts'
import { verifyStore } from '#main/application/verify/index.ts'
import { asBusinessDate } from '#shared/time/business-date.ts'
import { instantAt } from '#shared/time/instant.ts'
import { temporaryFolder } from '#tests/support/command-line.ts'
import { holds } from '#tests/support/files/forgotten.ts'
import { migrationsFolder } from '#tests/support/training-store.ts'
import { report } from './report.ts'
import { proofSize } from './size.ts'

const size = {
  customers: proofSize({ short: 800, full: 100_000 }),
  days: proofSize({ short: 90, full: 365 }),
  erased: proofSize({ short: 5, full: 3 }),
}

/** Numbers, truths, dates and how many there are; words are left out, and so are ids. */
const figuresOf = (value: unknown): unknown => {
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) ? value : null
  // Lines stand in the order of names, and a name that is gone stands elsewhere.
  if (Array.isArray(value)) {
    const inText = (each: unknown) => JSON.stringify(each)
    return value.map(figuresOf).sort((a, b) => (inText(a) < inText(b) ? -1 : 1))
  }
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, figuresOf(each)]))
}

it(
  'erasing leaves no byte of a person and every figure of a seeded store (S7)',
  async () => {
    const file = path.join(temporaryFolder(), 'store.db')
    const until = asBusinessDate('2026-03-01')
    const { logins } = seedStore({
      file,
      migrationsFolder,
      locale: 'zh-CN',
      seed: 'forget',
      until,
      customers: size.customers,
      days: size.days,
    })
    const application = openApplication({ file, migrationsFolder })
    const now = instantAt(asBusinessDate('2026-03-01'), '20:00', 'Asia/Shanghai')
    const { login, password } = logins.find(({ role }) => role === 'director') ?? { login: '', password: '' }
    const must = <T>(answer: { readonly ok: boolean }): T => {
      if (!answer.ok) throw new Error(JSON.stringify(answer))
      return (answer as unknown as { readonly value: T }).value
    }
    const { token } = must<{ token: string }>(
      application.answer('session.signIn', { login, password }, { now }),
    )
    const ask = <T>(call: string, input: unknown): T => must(application.answer(call, input, { token, now }))
    const figures = () => ({
      check: figuresOf(ask('dailyCheck.get', { on: '2026-02-27' })),
      showroom: figuresOf(ask('figures.showroom', { from: '2026-02-01', until: '2026-02-28' })),
      report: figuresOf(ask('forms.dailyReport', { on: '2026-02-26' })),
      ledger: figuresOf(ask('penalties.ledger', { from: '2026-01-01', until: '2026-02-28', limit: 500 })),
    })
    // The first roll of the day comes before anything is compared.
    ask('toDo.list', {})
    const before = figures()
    const db = new Database(file, { readonly: true })
    const names = db
      .prepare<[number], { customerId: string; name: string; mobile: string }>(
        `select c.customer_id as customerId, c.name, c.mobile from customers c
         where c.name in (select name from customers group by name having count(*) = 1)
           and exists (select 1 from opportunities o where o.customer_id = c.customer_id)
           and not exists (select 1 from opportunities o where o.customer_id = c.customer_id and o.status in ('open', 'lost_waiting'))
           and not exists (select 1 from instructions i where i.customer_id = c.customer_id and i.closed_at is null)
         order by c.customer_id limit ?`,
      )
      .all(size.erased)
    const table = (name: string) =>
      db.prepare<[], { n: number }>(`select count(*) as n from ${name}`).get()?.n ?? 0
    const [customers, followUps] = [table('customers'), table('follow_ups')]
    db.close()
    expect(names).toHaveLength(size.erased)
    let longest = 0
    for (const { customerId, name, mobile } of names) {
      const { version } = ask<{ customer: { version: number } }>('customers.get', { customerId }).customer
      const from = performance.now()
      const erased = await application.answerAsync(
        'privacy.erase',
        { customerId, version, name, reason: '本人要求' },
        { token, now },
      )
      longest = Math.max(longest, performance.now() - from)
      must(erased)
      for (const each of [file, `${file}-wal`, `${file}-shm`])
        for (const trace of [mobile, [...mobile].reverse().join('')])
          expect([trace, each, holds(each, trace)]).toEqual([trace, each, false])
    }
    const { ok, problems } = verifyStore(application.store, 'en')
    expect([ok, problems]).toEqual([true, []])
    expect(figures()).toEqual(before)
    application.close()
    const megabytes = Math.round(statSync(file).size / 1024 / 1024)
    report(
      'S7',
      `${size.erased} of ${customers} customers (${followUps} follow-ups, ${megabytes} MB) erased, no byte left, all figures equal; longest ${Math.round(longest)} ms`,
    )
  },
  20 * 60 * 1000,
)
