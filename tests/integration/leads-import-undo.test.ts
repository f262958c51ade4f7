import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Output } from '#shared/contract/index.ts'
import { planOn, reach, readRows, register } from '#tests/support/book.ts'
import { leadIntake, phoneOf } from '#tests/support/books/leads.ts'
import { sound } from '#tests/support/books/reassigning.ts'
import { openTrainingStore, type PersonName, type TrainingStore } from '#tests/support/training-store.ts'

const tables = [
  'customers',
  'customer_phones',
  'owners',
  'opportunities',
  'opportunity_changes',
  'plans',
  'leads',
  'lead_exceptions',
  'violations',
  'visits',
  'import_batches',
]
const book = (store: TrainingStore) =>
  Object.fromEntries(tables.map((table) => [table, readRows(store, `select * from ${table} order by 1`)]))
const order = (store: TrainingStore) =>
  store.ok('manager', 'rotation.board', { desk: 'leads' }).places.map(({ name }) => name)

const phones = { assigned: '13700000001', waiting: '13700000002', third: '13700000003' }

/** A ledger of four: one for 陈晓东, one for the rotation's next, one of a customer of 周婷, and, where `waits`, one for nobody yet. */
async function imported(options: { readonly as?: PersonName; readonly waits?: boolean } = {}) {
  const { as = 'manager', waits = false } = options
  const store = openTrainingStore({ now: '2026-03-02 10:00' })
  for (const who of ['chen', 'li'] as const)
    store.ok('admin', 'staff.update', { staffId: store.ids[who], takesLeads: true })
  store.ok('manager', 'rotation.skip', { desk: 'leads', staffId: store.ids.li, reason: '培训' })
  const known = register(store, 'zhou', { grade: 'A', expected: '2026-03-16', plan: '2026-03-09' })
  const before = { book: book(store), order: order(store) }
  const ledger = path.join(path.dirname(store.file), '三月线索.csv')
  const lines = [
    '姓名,联系电话,意向车型,销售顾问',
    `吴敏,${phones.assigned},途观L,陈晓东`,
    `郑女士,${phones.waiting},,`,
    `老客户,${phoneOf(store, 'zhou', known.customerId)},,`,
  ]
  writeFileSync(ledger, `\uFEFF${lines.join('\n')}\n`)
  const answer = await store.answerAsync(as, 'leads.import', {
    path: ledger,
    assign: waits ? 'later' : 'rotation',
  })
  if (!answer.ok) throw new Error(answer.error.message)
  const { batchId } = answer.value as Output<'leads', 'import'>
  const leadOf = (phone: string) => {
    const [lead] = store.ok('director', 'leads.list', { text: phone }).rows
    if (!lead) throw new Error(`no lead has ${phone}`)
    return lead
  }
  const undo = (who: PersonName = as) => store.answer(who, 'leads.undoImport', { batchId })
  return { store, known, before, batchId, leadOf, undo }
}
type Imported = Awaited<ReturnType<typeof imported>>

describe('taking a ledger of leads back (R-10.1)', () => {
  it.each([{ waits: true }, { waits: false }])('leaves the book as it was before (%j)', async (options) => {
    const { store, before, batchId, undo } = await imported(options)
    expect(book(store)).not.toEqual(before.book)
    expect(store.ok('manager', 'leads.imports').rows).toMatchObject([
      { batchId, fileName: '三月线索.csv', importedBy: '钱经理', imported: 3, rejected: 0 },
    ])
    sound(store)
    expect(undo()).toMatchObject({ ok: true, value: { removed: 3 } })
    expect(book(store)).toEqual(before.book)
    // The turns are given back too.
    expect(order(store)).toEqual(before.order)
    expect(store.ok('manager', 'leads.imports').rows).toEqual([])
    expect(store.ok('director', 'audit.list').rows[0]).toMatchObject({
      call: 'leads.undoImport',
      reason: '撤销导入 三月线索.csv',
    })
    expect(undo()).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
    sound(store)
  })

  it('stays possible after rolls that found faults in it, which go with it', async () => {
    const { store, before, undo } = await imported()
    store.setNow('2026-03-12')
    const raised = store.ok('director', 'violations.list', { limit: 100 }).rows
    expect(raised.filter(({ customerName }) => customerName === '吴敏').length).toBeGreaterThan(0)
    expect(undo()).toMatchObject({ ok: true })
    const { violations, ...rest } = book(store)
    const { violations: _none, ...then } = before.book
    expect(rest).toEqual(then)
    expect(violations).toEqual([])
    // What 周婷's own plan is to blame for is found by the next roll.
    store.setNow('2026-03-13')
    const found = store.ok('director', 'violations.list', { limit: 100 }).rows
    expect(found.map(({ staffName, kind }) => [staffName, kind])).toEqual([['周婷', 'overdue_follow_up']])
    sound(store)
  })

  const acts: readonly (readonly [what: string, name: string, act: (made: Imported) => unknown])[] = [
    [
      'assigned',
      '郑女士',
      ({ store, leadOf }) =>
        store.ok('manager', 'leads.assign', {
          leadIds: [leadOf(phones.waiting).leadId],
          to: store.ids.li,
        }),
    ],
    [
      'corrected',
      '郑女士',
      ({ store, leadOf }) =>
        store.ok('manager', 'leads.update', { leadId: leadOf(phones.waiting).leadId, area: '江阴' }),
    ],
    [
      'closed',
      '郑女士',
      ({ store, leadOf }) =>
        store.ok('manager', 'leads.close', { leadId: leadOf(phones.waiting).leadId, reason: 'invalid' }),
    ],
    [
      'followed up',
      '吴敏',
      ({ store, leadOf }) =>
        reach(store, 'chen', leadOf(phones.assigned).opportunityId ?? '', planOn('2026-03-05')),
    ],
    [
      'planned anew',
      '吴敏',
      ({ store, leadOf }) => {
        const { nextPlan } = leadOf(phones.assigned)
        store.ok('chen', 'followUps.move', {
          planId: nextPlan?.planId ?? '',
          on: '2026-03-02',
          reason: '今天就打',
        })
      },
    ],
    [
      'asked for help with',
      '吴敏',
      ({ store, leadOf }) =>
        store.ok('chen', 'leads.raiseException', {
          leadId: leadOf(phones.assigned).leadId,
          kind: 'own_request',
          note: '请帮忙',
        }),
    ],
    [
      'instructed about',
      '吴敏',
      ({ store, leadOf }) =>
        store.ok('manager', 'instructions.add', {
          customerId: leadOf(phones.assigned).customerId ?? '',
          text: '请约到店',
        }),
    ],
    [
      'received in the showroom',
      '吴敏',
      ({ store }) => store.ok('desk', 'visits.register', { kind: 'walk_in', phone: phones.assigned }),
    ],
    [
      'entered once more',
      '吴敏',
      ({ store }) =>
        store.ok('director', 'leads.add', { ...leadIntake({ phone: phones.assigned }), assign: 'rotation' }),
    ],
    [
      'given to somebody else',
      '吴敏',
      ({ store, leadOf }) =>
        store.ok('director', 'reassignments.apply', {
          from: store.ids.chen,
          customerIds: [leadOf(phones.assigned).customerId ?? ''],
          to: [store.ids.li],
          spread: 'one',
          reason: '换人',
        }),
    ],
    [
      'followed up as the customer that he was',
      '老客户',
      ({ store, known }) => reach(store, 'zhou', known.opportunityId, planOn('2026-03-05')),
    ],
    [
      'given to somebody else with what he was',
      '老客户',
      ({ store, known }) =>
        store.ok('director', 'reassignments.apply', {
          from: store.ids.zhou,
          customerIds: [known.customerId],
          to: [store.ids.li],
          spread: 'one',
          reason: '换人',
        }),
    ],
  ]
  it.each(acts)('is refused for one that was %s since, naming %s alone', async (_what, name, act) => {
    // Of what waits nobody is linked to the customer that he is.
    const made = await imported({ waits: name !== '老客户' })
    const { store, undo } = made
    store.setNow('2026-03-02 10:30')
    act(made)
    const before = book(store)
    expect(undo()).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION_FAILED', issues: [{ code: 'worked_on', data: { names: name } }] },
    })
    expect(book(store)).toEqual(before)
  })

  it('is a director’s for all, a manager’s for his own, and nobody else’s', async () => {
    const { store, batchId, undo } = await imported({ as: 'director' })
    expect(store.ok('manager', 'leads.imports').rows).toEqual([])
    expect(undo('manager')).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
    for (const who of ['desk', 'chen', 'admin'] as const) {
      expect(undo(who)).toMatchObject({ ok: false, error: { code: 'PERMISSION_DENIED' } })
      expect(store.refused(who, 'leads.imports').code).toBe('PERMISSION_DENIED')
    }
    // It is no ledger of customers: neither listed there nor taken back there.
    expect(store.ok('director', 'imports.list').rows).toEqual([])
    expect(store.refused('director', 'imports.undo', { batchId }).code).toBe('NOT_FOUND')
    expect(undo('director')).toMatchObject({ ok: true })
  })
})
