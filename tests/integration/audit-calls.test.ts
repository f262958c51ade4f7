import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { register } from '#tests/support/book.ts'
import { openTrainingStore } from '#tests/support/training-store.ts'

type Changes = { table: string; after: Record<string, unknown> | null }[]

function openBook() {
  const store = openTrainingStore()
  register(store, 'chen', { name: '王伟', grade: 'H', expected: '2026-03-06', plan: '2026-03-05' })
  store.setNow('2026-03-03')
  const second = register(store, 'li', {
    name: '李娜',
    grade: 'H',
    expected: '2026-03-07',
    plan: '2026-03-05',
  })
  store.ok('li', 'followUps.move', { planId: second.planId, on: '2026-03-04', reason: '王女士要求提前' })
  return store
}

describe('the trail on the screen (R-13.4)', () => {
  it('shows a director who wrote what and why, newest first', () => {
    const store = openBook()
    const { rows, total } = store.ok('director', 'audit.list', { limit: 2 })
    expect(rows.map(({ call, staffName, reason }) => [call, staffName, reason])).toEqual([
      ['followUps.move', '李雪', '王女士要求提前'],
      ['customers.register', '李雪', null],
    ])
    expect(total).toBeGreaterThan(2)
    const changes = JSON.parse(rows[1]?.changes ?? '[]') as Changes
    expect(changes.find(({ table }) => table === 'customers')?.after).toMatchObject({ name: '李娜' })
  })

  it('finds by person, call and dates, each to its edge', () => {
    const store = openBook()
    const of = (input: object) => store.ok('director', 'audit.list', input).rows.map(({ call }) => call)
    expect(of({ staffId: store.ids.chen, call: 'customers.register' })).toEqual(['customers.register'])
    expect(of({ from: '2026-03-03', call: 'customers.register' })).toHaveLength(1)
    expect(of({ until: '2026-03-02', call: 'customers.register' })).toHaveLength(1)
    expect(of({ from: '2026-03-02', until: '2026-03-03', call: 'customers.register' })).toHaveLength(2)
    expect(of({ from: '2026-03-04', call: 'customers.register' })).toEqual([])
    expect(
      store.refused('director', 'audit.list', { from: '2026-03-04', until: '2026-03-03' }).issues,
    ).toMatchObject([{ field: 'from', code: 'from_after_until' }])
  })

  it('tells an administrator which rows and fields changed, and nothing of a customer', () => {
    const store = openBook()
    const { rows } = store.ok('admin', 'audit.list', { limit: 500 })
    const words = JSON.stringify(rows)
    for (const secret of ['王伟', '李娜', '王女士']) expect(words).not.toContain(secret)
    expect(words).not.toMatch(/(?<![0-9a-f])1[3-9]\d{9}(?![0-9a-f])/)
    const registered = rows.find(({ call }) => call === 'customers.register')
    expect(Object.keys((JSON.parse(registered?.changes ?? '[]') as Changes)[0]?.after ?? {})).toContain(
      'name',
    )
  })

  it('is not for managers and consultants', () => {
    const store = openBook()
    for (const person of ['manager', 'chen', 'desk'] as const)
      for (const call of ['audit.list', 'audit.verify'] as const)
        expect(store.refused(person, call).code).toBe('PERMISSION_DENIED')
  })

  it('says whether the chain holds, and which entry is the first that does not', () => {
    const store = openBook()
    expect(store.ok('director', 'audit.verify')).toMatchObject({ ok: true, firstBroken: null })
    const db = new Database(store.file)
    db.exec('drop trigger audit_entries_no_update')
    const second = db
      .prepare('select sequence from audit_entries order by sequence limit 1 offset 1')
      .pluck()
      .get()
    db.prepare("update audit_entries set reason = '没有的事' where sequence = ?").run(second)
    db.close()
    expect(store.ok('director', 'audit.verify')).toMatchObject({
      ok: false,
      entries: 1,
      firstBroken: { sequence: second, code: 'audit_hash_wrong' },
    })
  })

  it('verifies beside the calls as it does within them, and shows an administrator no values (S6)', async () => {
    const store = openBook()
    const db = new Database(store.file)
    db.exec(`update customers set name = '换名' where name = '王伟'`)
    db.close()
    const within = store.ok('director', 'audit.verify')
    const beside = await store.application.answerAsync('audit.verify', undefined, {
      token: store.tokens.director,
    })
    expect(beside).toMatchObject({ ok: true, value: { findings: within.findings, rows: within.rows } })
    expect(within.findings).toMatchObject([
      { code: 'row_edited', table: 'customers', data: { field: 'name', trail: '王伟', stored: '换名' } },
    ])
    const asAdmin = store.ok('admin', 'audit.verify')
    expect(asAdmin.findings).toMatchObject([{ code: 'row_edited', data: { trail: '…', stored: '…' } }])
  })

  it('prints on a signed check where the trail stood, so that paper proves it (S6)', () => {
    const store = openBook()
    const head = store.ok('director', 'audit.list', { limit: 1 }).rows[0]?.sequence
    store.ok('manager', 'dailyCheck.sign', { on: '2026-03-02' })
    const sheet = store.ok('manager', 'dailyCheck.signed', { on: '2026-03-02' })
    expect(sheet.trailCode).toMatch(new RegExp(`^${head}-[0-9a-f]{12}$`))
  })
})
