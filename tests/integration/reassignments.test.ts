import { describe, expect, it } from 'vitest'
import { digestOf } from '#main/application/verify/index.ts'
import { planOn, reach, readRows, writeRows } from '#tests/support/book.ts'
import { apply, codes, make, sound, toLi } from '#tests/support/books/reassigning.ts'
import { openTrainingStore, type PersonName, type TrainingStore } from '#tests/support/training-store.ts'

describe('who holds what (R-7.1)', () => {
  it('counts customers, opportunities and overdue plans, by the hottest grade of each customer', () => {
    const store = openTrainingStore()
    const { customerId } = make(store, 'chen', 'B', '王伟')
    make(store, 'chen', 'H', '赵敏')
    make(store, 'li', 'C', '孙丽')
    store.ok('chen', 'opportunities.add', {
      customerId,
      opportunity: {
        model: '途观',
        expectedPurchaseDate: '2026-03-06',
        grade: 'H',
        purchaseType: 'additional',
      },
      plan: { on: '2026-03-05', channel: 'phone', purpose: '' },
    })
    store.setNow('2026-03-06')
    const { rows } = store.ok('director', 'reassignments.holdings')
    expect(rows.find(({ staffId }) => staffId === store.ids.chen)).toEqual({
      staffId: store.ids.chen,
      name: '陈晓东',
      status: 'active',
      customers: 2,
      opportunities: 3,
      overdue: 2,
      byGrade: [{ grade: 'H', customers: 2 }],
      mayReceive: true,
    })
    expect(rows.map(({ name }) => name).sort()).toEqual(['周婷', '李雪', '陈晓东'])
    expect(store.ok('director', 'reassignments.held', { from: store.ids.chen }).rows).toMatchObject([
      { name: '王伟', grade: 'H', nextPlanOn: '2026-03-05' },
      { name: '赵敏', grade: 'H', nextPlanOn: '2026-03-05' },
    ])
  })
})

describe('the preview (R-7.2)', () => {
  it('says who gets what and the load that results, and writes nothing', () => {
    const store = openTrainingStore()
    for (const name of ['一', '二', '三']) make(store, 'chen', 'H', name)
    make(store, 'chen', 'A', '四')
    make(store, 'li', 'H', '五')
    store.setNow('2026-03-06')
    store.ok('director', 'reassignments.holdings')
    const before = digestOf(store.application.store)
    const preview = store.ok('director', 'reassignments.preview', {
      ...toLi(store),
      to: [store.ids.li, store.ids.zhou],
      spread: 'evenByGrade',
    })
    expect(digestOf(store.application.store)).toBe(before)
    expect(preview.total).toBe(4)
    const given = (grade: string, to: string) =>
      preview.rows.filter((row) => row.grade === grade && row.to === store.ids[to as PersonName]).length
    expect([given('H', 'li'), given('H', 'zhou')]).toEqual([1, 2])
    const li = preview.load.find(({ staffId }) => staffId === store.ids.li)
    expect(li).toMatchObject({
      before: 1,
      byGrade: expect.arrayContaining([{ grade: 'H', before: 1, after: 2 }]),
    })
    expect(preview.overdue).toBe(3)
    expect(preview.dueAnew.map(({ on, count }) => `${on} ${count}`).sort()).toEqual([
      '2026-03-06 1',
      '2026-03-06 2',
    ])
    const count = (days: readonly { readonly count: number }[]) =>
      days.reduce((sum, day) => sum + day.count, 0)
    // Li's own overdue plan is on no day to come; the one she receives is due today.
    expect([count(li?.daysBefore ?? []), li?.daysBefore.length]).toEqual([0, 30])
    expect(li?.days.find(({ on }) => on === '2026-03-06')?.count).toBe(1)
  })

  it('shows the moves a page at a time', () => {
    const store = openTrainingStore()
    for (const name of ['一', '二', '三']) make(store, 'chen', 'H', name)
    const first = store.ok('director', 'reassignments.preview', { ...toLi(store), limit: 2 })
    expect([first.rows.length, first.total, first.nextCursor]).toEqual([2, 3, '2'])
    const second = store.ok('director', 'reassignments.preview', {
      ...toLi(store),
      limit: 2,
      cursor: first.nextCursor,
    })
    expect([second.rows.length, second.nextCursor]).toEqual([1, null])
  })

  it('counts plans that keep a date on which the new owner does not work', () => {
    const store = openTrainingStore()
    make(store, 'chen', 'H', '一')
    // 03-05 is a Thursday.
    store.ok('admin', 'staff.update', { staffId: store.ids.li, restWeekdays: [4] })
    expect(store.ok('director', 'reassignments.preview', toLi(store)).load[0]?.onDaysOff).toBe(1)
  })
})

describe('what is refused', () => {
  const refusedFor = (change: (store: TrainingStore) => object) => {
    const store = openTrainingStore()
    const made = make(store, 'chen', 'H', '王伟')
    const input = { ...toLi(store), reason: '离职', ...change(store) }
    const failure = store.refused('director', 'reassignments.apply', input)
    const { reason: _reason, ...asked } = input
    expect(store.refused('director', 'reassignments.preview', asked).code).toBe(failure.code)
    expect(store.ok('chen', 'customers.get', { customerId: made.customerId }).owners).toHaveLength(1)
    return failure
  }

  it('people who are not active consultants, by name (R-7.5)', () => {
    const failure = refusedFor((store) => {
      store.ok('admin', 'staff.setStatus', { staffId: store.ids.zhou, status: 'suspended' })
      return { to: [store.ids.zhou, store.ids.manager, store.ids.li], spread: 'evenByGrade' }
    })
    expect(failure.reasons).toEqual([
      { code: 'receiver_not_active', data: { field: 'to', name: '周婷' } },
      { code: 'receiver_not_active', data: { field: 'to', name: '钱经理' } },
    ])
    expect(failure.message).toContain('周婷')
  })

  it('somebody who is suspended for study (R-8.5)', () => {
    const failure = refusedFor((store) => {
      writeRows(
        store,
        `insert into suspensions (suspension_id, entry_id, staff_id, ladder, "on", proposed_on, status, from_on, until_on)
         values ('s', 'e', ?, 'overdue', '2026-02-27', '2026-02-27', 'decided', '2026-03-01', '2026-03-08')`,
        store.ids.li,
      )
      return {}
    })
    expect(failure.reasons).toEqual([
      { code: 'receiver_suspended', data: { field: 'to', name: '李雪', until: '2026-03-08' } },
    ])
  })

  it.each([
    ['the sender himself', (s: TrainingStore) => ({ to: [s.ids.chen] }), ['receiver_is_sender']],
    ['nobody to receive', () => ({ to: [] }), ['nobody_receives']],
    ['a sender without customers', (s: TrainingStore) => ({ from: s.ids.zhou }), ['nothing_to_reassign']],
    [
      'a customer of somebody else',
      (s: TrainingStore) => ({ customerIds: [make(s, 'zhou', 'H', '孙丽').customerId] }),
      ['not_the_senders'],
    ],
    [
      'one given by hand who is not chosen',
      (s: TrainingStore) => {
        const other = make(s, 'chen', 'A', '孙丽').customerId
        const { customerId } = make(s, 'chen', 'A', '李娜')
        return { customerIds: [other], assignments: [{ customerId, to: s.ids.li }] }
      },
      ['assigned_but_not_chosen'],
    ],
  ] as const)('%s', (_title, change, expected) => {
    const failure = refusedFor(change)
    expect([failure.code, codes(failure)]).toEqual(['RULE_REFUSED', expected])
  })

  it('a number of customers other than the preview showed', () => {
    const store = openTrainingStore()
    make(store, 'chen', 'H', '王伟')
    const input = { ...toLi(store), reason: '离职', expected: 2 }
    expect(store.refused('director', 'reassignments.apply', input).reasons).toEqual([
      { code: 'reassignment_changed', data: { expected: 2, count: 1 } },
    ])
    expect(store.ok('director', 'reassignments.apply', { ...input, expected: 1 }).moved).toBe(1)
  })

  it('everybody but a director', () => {
    const store = openTrainingStore()
    make(store, 'chen', 'H', '王伟')
    for (const who of ['manager', 'chen', 'desk', 'admin'] as const) {
      expect(store.refused(who, 'reassignments.apply', { ...toLi(store), reason: '离职' }).code).toBe(
        'PERMISSION_DENIED',
      )
      expect(store.refused(who, 'reassignments.preview', toLi(store)).code).toBe('PERMISSION_DENIED')
      expect(store.refused(who, 'reassignments.undo', { reassignmentId: 'r' }).code).toBe('PERMISSION_DENIED')
    }
  })
})

describe('the act (R-7.2, R-7.5)', () => {
  it('moves customers with everything of theirs, and everything else stays as it was', () => {
    const store = openTrainingStore()
    const wang = make(store, 'chen', 'H', '王伟')
    reach(store, 'chen', wang.opportunityId, planOn('2026-03-05'))
    const { instructionId } = store.ok('manager', 'instructions.add', {
      customerId: wang.customerId,
      text: '请约到店',
    })
    store.setNow('2026-03-04')
    const before = store.ok('director', 'customers.get', { customerId: wang.customerId })
    const act = apply(store)
    expect(act).toMatchObject({ moved: 1, rows: [{ staffId: store.ids.li, name: '李雪', customers: 1 }] })

    const after = store.ok('li', 'customers.get', { customerId: wang.customerId })
    const kept = ({ opportunities, followUps, changes }: typeof after) => ({
      opportunities: opportunities.map(({ version: _version, ...rest }) => rest),
      followUps,
      changes,
    })
    expect(kept(after)).toEqual(kept(before))
    expect(after.plans).toMatchObject([
      { on: '2026-03-05', status: 'open', assigneeId: store.ids.li },
      { status: 'executed', assigneeId: store.ids.chen },
    ])
    expect(after.owners).toMatchObject([
      { ownerName: '李雪', fromOn: '2026-03-04', untilOn: null, reason: '陈晓东离职' },
      { ownerName: '陈晓东', fromOn: '2026-03-02', untilOn: '2026-03-04', reason: 'registered' },
    ])
    // The new owner's own contacts alone protect him, from the day he became it.
    expect(after.protection?.protectedUntil).toBe('2026-04-03')
    expect(store.refused('chen', 'customers.get', { customerId: wang.customerId }).code).toBe('NOT_FOUND')
    expect(readRows(store, `select staff_id as s, instruction_id as i from instructions`)).toEqual([
      { s: store.ids.li, i: instructionId },
    ])
    sound(store)
  })

  it('takes waiting losses and ended opportunities along', () => {
    const store = openTrainingStore()
    const lost = make(store, 'chen', 'H', '王伟')
    const ordered = make(store, 'chen', 'H', '赵敏')
    reach(store, 'chen', lost.opportunityId, { kind: 'lost', reason: 'price' })
    reach(store, 'chen', ordered.opportunityId, { kind: 'ordered' })
    expect(apply(store).moved).toBe(2)
    store.ok('li', 'opportunities.deliver', { opportunityId: ordered.opportunityId, on: '2026-03-02' })
    const { on } = store.ok('manager', 'losses.refuse', { opportunityId: lost.opportunityId })
    expect(readRows(store, `select assignee_id as s, due_on as d from plans where status = 'open'`)).toEqual([
      { s: store.ids.li, d: on },
    ])
    sound(store)
  })

  it('is all or nothing: one customer who went to somebody else meanwhile refuses it', () => {
    const store = openTrainingStore()
    const one = make(store, 'chen', 'H', '王伟')
    const two = make(store, 'chen', 'H', '赵敏')
    apply(store, [two.customerId])
    const failure = store.refused('director', 'reassignments.apply', {
      ...toLi(store, [one.customerId, two.customerId]),
      to: [store.ids.zhou],
      reason: '离职',
    })
    expect(failure.reasons).toEqual([
      { code: 'not_the_senders', data: { field: 'customerIds', customerName: '赵敏', ownerName: '李雪' } },
    ])
    expect(store.ok('chen', 'customers.get', { customerId: one.customerId }).customer.ownerName).toBe(
      '陈晓东',
    )
  })

  it('those who were chosen one by one go where they were put', () => {
    const store = openTrainingStore()
    const one = make(store, 'chen', 'H', '王伟')
    make(store, 'chen', 'H', '赵敏')
    make(store, 'chen', 'A', '孙丽')
    store.ok('director', 'reassignments.apply', {
      ...toLi(store),
      assignments: [{ customerId: one.customerId, to: store.ids.zhou }],
      reason: '离职',
    })
    expect(store.ok('zhou', 'customers.search', {}).rows.map(({ name }) => name)).toEqual(['王伟'])
    expect(store.ok('li', 'customers.search', {}).total).toBe(2)
    sound(store)
  })

  it('is one entry of the audit trail, with its reason', () => {
    const store = openTrainingStore()
    make(store, 'chen', 'H', '王伟')
    apply(store)
    const rows = readRows<{ call: string; reason: string }>(
      store,
      `select call, reason from audit_entries order by sequence desc limit 1`,
    )
    expect(rows).toEqual([{ call: 'reassignments.apply', reason: '陈晓东离职' }])
  })
})
