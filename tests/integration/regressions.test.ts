import { readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { verifyStore } from '#main/application/verify/index.ts'
import { hashToken } from '#main/platform/password.ts'
import { readRows, register } from '#tests/support/book.ts'
import { findings } from '#tests/support/files/tampering.ts'
import { intake, openTrainingStore, type TrainingStore } from '#tests/support/training-store.ts'

/** Faults that were found once, so that they are not found again. */

describe('what is told of the customers of others', () => {
  it('masks the name in the refusal of a known phone, in registering and in updating (R-13.2)', () => {
    const store = openTrainingStore()
    const theirs = intake({ customer: { name: '欧阳文静' } })
    store.ok('zhou', 'customers.register', theirs)
    const { customerId } = store.ok('chen', 'customers.register', intake())
    const { mobile } = theirs.customer
    const again = intake({ customer: { mobile } })
    const update = { customerId, version: 1, customer: { mobile } }
    for (const refused of [
      store.refused('chen', 'customers.register', again),
      store.refused('chen', 'customers.update', update),
      store.refused('manager', 'customers.update', update),
    ]) {
      expect(refused).toMatchObject({ code: 'DUPLICATE_CUSTOMER', data: { name: '欧**', ownerName: '周婷' } })
      expect(refused.message).not.toContain('欧阳文静')
    }
    expect(store.refused('zhou', 'customers.register', again).data).toMatchObject({ name: '欧阳文静' })
  })
})

describe('the audit trail', () => {
  it('stays whole, and so do its rows, whatever signs a reason is made of (R-13.4, S6)', () => {
    const store = openTrainingStore()
    const { planId } = store.ok('chen', 'customers.register', intake())
    store.ok('chen', 'followUps.move', { planId, on: '2026-03-04', reason: '客户\ud800改期\u0000\udc00' })
    expect(findings(store.file)).toEqual([])
  })
})

describe('several phones of one customer', () => {
  it('lets another number of his become the first (R-3.4a)', async () => {
    const store = openTrainingStore()
    const ledger = path.join(path.dirname(store.file), 'ledger.csv')
    writeFileSync(ledger, '姓名,电话,意向等级,销售顾问\n张三,13911112222/13911112223,C,陈晓东')
    expect(await store.answerAsync('manager', 'imports.run', { path: ledger })).toMatchObject({ ok: true })
    const { customerId = '' } = store.ok('desk', 'customers.lookup', { phone: '13911112222' })
    store.ok('chen', 'customers.update', { customerId, version: 1, customer: { mobile: '13911112223' } })
    expect(store.ok('chen', 'customers.get', { customerId }).customer.phones).toEqual(['13911112223'])
    expect(store.ok('desk', 'customers.lookup', { phone: '13911112222' }).found).toBe(false)
  })
})

describe('an opportunity whose loss was refused (R-4.11)', () => {
  it('keeps the limit it reopened with when a remark is written', () => {
    const store = openTrainingStore()
    const opportunity = { grade: 'C', expectedPurchaseDate: '2026-05-01' }
    const made = store.ok('chen', 'customers.register', intake({ opportunity }))
    store.setNow('2026-03-05')
    store.ok('chen', 'followUps.execute', {
      planId: made.planId,
      result: 'reached',
      channel: 'phone',
      content: '说今年不买了',
      next: { kind: 'lost', reason: 'no_longer_buying' },
    })
    store.setNow('2026-04-20')
    const { opportunityId, customerId } = made
    const { on } = store.ok('manager', 'losses.refuse', { opportunityId })
    const [open] = store.ok('chen', 'customers.get', { customerId }).opportunities
    store.ok('chen', 'opportunities.update', {
      opportunityId,
      version: open?.version ?? 0,
      opportunity: { remark: '再约一次' },
    })
    expect(store.ok('chen', 'customers.get', { customerId }).opportunities[0]?.limit).toBe(on)
    expect(store.ok('manager', 'dailyCheck.get').store.figures.beyondLimit).toBe(0)
    store.setNow(`${on} 10:00`)
    expect(store.ok('manager', 'violations.list').rows).toEqual([])
  })
})

describe('signing in', () => {
  it('is not locked until next year by a failure under a clock that was ahead (S4)', () => {
    const store = openTrainingStore()
    const wrong = { login: 'chen', password: 'wrong' }
    store.setNow('2027-03-02')
    for (let tries = 0; tries < 4; tries += 1) store.answer(null, 'session.signIn', wrong)
    store.setNow('2026-03-02')
    expect(store.answer(null, 'session.signIn', wrong)).toMatchObject({ error: { code: 'SIGN_IN_FAILED' } })
    // Counted on from there, the back-off is in force again.
    const right = { login: 'chen', password: 'chen' }
    expect(store.answer(null, 'session.signIn', right)).toMatchObject({ error: { code: 'SIGN_IN_FAILED' } })
    store.setNow('2026-03-02 09:20')
    expect(store.answer(null, 'session.signIn', right)).toMatchObject({ ok: true })
  })
})

describe('a new password', () => {
  it('ends the sessions that the old one opened, but for the one it was changed in (S4)', () => {
    const store = openTrainingStore()
    const { token } = store.ok('chen', 'session.signIn', { login: 'chen', password: 'chen' })
    expect(store.application.answer('session.current', undefined, { token })).toMatchObject({ ok: true })
    store.ok('chen', 'session.changePassword', { current: 'chen', next: 'another one' })
    expect(store.application.answer('session.current', undefined, { token })).toMatchObject({
      error: { code: 'NOT_SIGNED_IN' },
    })
    expect(store.ok('chen', 'session.current').staff.staffId).toBe(store.ids.chen)
    expect(store.ok('li', 'session.current').staff.staffId).toBe(store.ids.li)
  })
})

describe('signing in, in the audit trail', () => {
  it('tells who signed in, and nothing by which he could be taken for (R-13.4)', () => {
    const store = openTrainingStore()
    const { token } = store.ok('chen', 'session.signIn', { login: 'chen', password: 'chen' })
    const db = new Database(store.file, { readonly: true })
    const { changes } = db
      .prepare<[], { changes: string }>(
        "select changes from audit_entries where call = 'session.signIn' order by sequence desc limit 1",
      )
      .get() ?? { changes: '[]' }
    db.close()
    expect(JSON.parse(changes)).toMatchObject([
      { table: 'sessions', id: '…', after: { staffId: store.ids.chen, tokenHash: '…' } },
    ])
    expect(changes).not.toContain(hashToken(token))
  })
})

describe('the cursor of a list (S3)', () => {
  it.each(['1.5', '1e300', 'Infinity', '-5', 'x'])('takes %s for the beginning', (cursor) => {
    const store = openTrainingStore()
    store.ok('chen', 'customers.register', intake())
    expect(store.ok('chen', 'customers.search', { cursor }).rows).toHaveLength(1)
  })
})

describe('proposing a plan', () => {
  it.each(['9999-12-31', '9999-12-01', '2026-03-03'])(
    'refuses a contact of %s, which has not come',
    (contactedOn) => {
      const store = openTrainingStore()
      const { opportunityId } = store.ok('chen', 'customers.register', intake())
      const asked = { opportunityId, result: 'reached', contactedOn } as const
      expect(store.refused('chen', 'opportunities.proposePlan', asked)).toMatchObject({
        code: 'VALIDATION_FAILED',
        issues: [{ field: 'contactedOn', code: 'in_future' }],
      })
    },
  )
})

describe('a plan of somebody else', () => {
  it('is answered as if there were none, under no other id (R-13.1)', () => {
    const store = openTrainingStore()
    const { planId } = store.ok('zhou', 'customers.register', intake())
    const next = { kind: 'plan', on: '2026-03-03', channel: 'phone', purpose: '' } as const
    const contact = { planId, result: 'no_answer', channel: 'phone', next } as const
    for (const who of ['chen', 'manager'] as const) {
      for (const refused of [
        store.refused(who, 'followUps.execute', contact),
        store.refused(who, 'followUps.execute', { ...contact, opportunityId: 'another' }),
        store.refused(who, 'followUps.move', { planId, on: '2026-03-04', reason: '改期' }),
      ])
        expect(refused).toMatchObject({ code: 'NOT_FOUND', data: { what: 'plan', id: planId } })
    }
  })
})

describe('an import whose plans were moved', () => {
  it.each([
    ['chen', 'followUps.move', '2026-03-05'],
    ['manager', 'followUps.allowBeyondLimit', '2026-04-20'],
  ] as const)('cannot be taken back after %s calls %s: that was work', async (who, call, on) => {
    const store = openTrainingStore()
    const ledger = path.join(path.dirname(store.file), 'ledger.csv')
    writeFileSync(ledger, '姓名,电话,意向等级,销售顾问\n张三,13911112222,C,陈晓东\n李四,13911112223,C,陈晓东')
    const run = await store.answerAsync('manager', 'imports.run', { path: ledger })
    const batchId = run.ok ? (run.value as { batchId: string }).batchId : ''
    const { customerId = '' } = store.ok('desk', 'customers.lookup', { phone: '13911112222' })
    const [plan] = store.ok('chen', 'customers.get', { customerId }).plans
    const { planId = '', opportunityId = '' } = plan ?? {}
    const subject = call === 'followUps.move' ? { planId } : { opportunityId }
    expect(store.answer(who, call, { ...subject, on, reason: '客户出差' })).toMatchObject({ ok: true })
    expect(store.refused('manager', 'imports.undo', { batchId }).issues).toMatchObject([
      { code: 'worked_on', data: { names: '张三' } },
    ])
  })
})

describe('an import that is sent twice at once (P8)', () => {
  it('happens once and gives one file of rejected rows back', async () => {
    const store = openTrainingStore()
    const folder = path.dirname(store.file)
    const ledger = path.join(folder, 'ledger.csv')
    writeFileSync(ledger, '姓名,电话,意向等级,销售顾问\n张三,13911112222,C,陈晓东\n李四,1391111,C,陈晓东')
    const run = () => store.answerAsync('manager', 'imports.run', { path: ledger }, { commandId: 'once' })
    const [first, second] = await Promise.all([run(), run()])
    expect(first).toMatchObject({ ok: true, value: { imported: 1, rejected: 1 } })
    expect(second).toEqual(first)
    const { rejectedPath } = first.ok ? (first.value as { rejectedPath: string }) : { rejectedPath: '' }
    expect(readdirSync(folder).filter((name) => name.endsWith('.xlsx'))).toEqual([
      path.basename(rejectedPath),
    ])
  })
})

describe('a command repeated after the clock went wrong', () => {
  it('gets the answer it had, and another one does not (P8, R-1.6)', () => {
    const store = openTrainingStore()
    const sign = (as: 'manager' | 'otherManager', commandId: string) =>
      store.answer(as, 'dailyCheck.sign', { on: '2026-03-01' }, { commandId })
    store.ok('chen', 'customers.register', intake())
    const signed = sign('manager', 'once')
    expect(signed).toMatchObject({ ok: true })
    store.setNow('2026-03-01')
    expect(sign('manager', 'once')).toEqual(signed)
    expect(sign('otherManager', 'again')).toMatchObject({ error: { code: 'CLOCK_BEHIND' } })
    expect(sign('otherManager', 'once')).toMatchObject({ error: { code: 'VALIDATION_FAILED' } })
  })
})

describe('signs that nobody can see', () => {
  const invisible = '\u200b\u200b\u200b\u200b\u200b'
  const next = { kind: 'plan', on: '2026-03-03', channel: 'phone', purpose: '' } as const

  it('fill no required field and are no content (R-3.1, R-4.3)', () => {
    const store = openTrainingStore()
    const nameless = store.refused('chen', 'customers.register', intake({ customer: { name: invisible } }))
    expect(nameless.issues).toMatchObject([{ field: 'customer.name', code: 'required' }])
    const { planId } = store.ok('chen', 'customers.register', intake())
    const contact = { planId, result: 'reached', channel: 'phone', content: invisible, next } as const
    expect(store.refused('chen', 'followUps.execute', contact).reasons).toMatchObject([
      { code: 'content_required' },
    ])
  })

  it('do not make a contact effective (R-5.1)', () => {
    const store = openTrainingStore()
    const { planId } = store.ok('chen', 'customers.register', intake())
    const contact = {
      planId,
      result: 'reached',
      channel: 'phone',
      content: `好${invisible}的`,
      next,
    } as const
    expect(store.ok('chen', 'followUps.execute', contact).effective).toMatchObject({
      yes: false,
      reasons: [{ code: 'not_effective_content_too_short', data: { length: 2 } }],
    })
  })
})

describe('the limit of an opportunity whose policy has changed', () => {
  const publishFaster = (store: TrainingStore) => {
    const { policy } = store.ok('director', 'policies.current')
    const grades = policy.grades.map((grade) => ({
      ...grade,
      revisitEveryDays: Math.max(1, grade.revisitEveryDays - 2),
    }))
    store.ok('director', 'policies.publish', { policy: { ...policy, grades }, effectiveFrom: '2026-03-31' })
  }
  const limitOf = (store: TrainingStore) =>
    readRows<{ limit: string }>(store, 'select limit_on as "limit" from opportunities')[0]?.limit

  it('is that of the new grade under the present policy, also where the former one had it later', () => {
    const store = openTrainingStore()
    const { opportunityId } = register(store, 'chen', {
      grade: 'A',
      expected: '2026-03-16',
      plan: '2026-03-09',
    })
    store.setNow('2026-03-31')
    publishFaster(store)
    expect(limitOf(store)).toBe('2026-03-09')
    const opportunity = { grade: 'H', expectedPurchaseDate: '2026-04-02' }
    store.ok('chen', 'opportunities.update', { opportunityId, version: 1, opportunity })
    expect(limitOf(store)).toBe('2026-03-03')
    expect(verifyStore(store.application.store, 'en').problems).toEqual([])
  })

  it('stays where it is when something else is changed: nobody is late by the policy itself (R-2.1)', () => {
    const store = openTrainingStore({ now: '2026-03-30' })
    const { opportunityId } = register(store, 'chen', {
      grade: 'H',
      expected: '2026-04-02',
      plan: '2026-04-01',
    })
    publishFaster(store)
    store.setNow('2026-03-31')
    const before = limitOf(store)
    store.ok('chen', 'store.status')
    const [row] = readRows<{ version: number }>(store, 'select version from opportunities')
    store.ok('chen', 'opportunities.update', {
      opportunityId,
      version: row?.version ?? 0,
      opportunity: { model: '途昂' },
    })
    expect(limitOf(store)).toBe('2026-03-31')
    expect([before, verifyStore(store.application.store, 'en').problems]).toEqual(['2026-04-02', []])
  })
})
