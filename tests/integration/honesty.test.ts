import { describe, expect, it } from 'vitest'
import { planOn, reach, readRows, register, writeRows } from '#tests/support/book.ts'
import { attentionLines, attentionOf, makeLeave, makeVisit } from '#tests/support/books/occasions.ts'
import { at, openTrainingStore, type PersonName, type TrainingStore } from '#tests/support/training-store.ts'

const on = '2026-03-10'
const signs = (store: TrainingStore, as: PersonName, date = on) =>
  attentionOf(store, as, date, 'honesty_sign')
const book = (store: TrainingStore, owner: PersonName, count: number) => {
  store.setNow('2026-03-09')
  return Array.from({ length: count }, (_, index) =>
    register(store, owner, { grade: 'H', expected: '2026-03-14', plan: on, name: `客户${index + 1}` }),
  )
}
const noAnswer = (store: TrainingStore, opportunityId: string) =>
  store.ok('chen', 'followUps.execute', {
    opportunityId,
    result: 'no_answer',
    channel: 'phone',
    next: planOn('2026-03-11'),
  })

describe('honesty signs (R-9.6)', () => {
  it('shows the consultant at once what his manager finds in the check of the date, and nobody else', () => {
    const store = openTrainingStore()
    const deals = book(store, 'chen', 5)
    deals.forEach(({ opportunityId }, index) => {
      store.setNow(`2026-03-10 17:5${index}`)
      const texts = [
        '再考虑一下颜色',
        '再考虑，一下颜色。',
        '再考虑一下颜色!',
        '周末带太太来试驾',
        '问了置换价格',
      ]
      reach(store, 'chen', opportunityId, planOn('2026-03-13'), { content: texts[index] })
    })
    const found = ['陈晓东 honesty_burst', '陈晓东 honesty_same_text']
    for (const as of ['chen', 'manager', 'director'] as const) expect(signs(store, as)).toEqual(found)
    expect(signs(store, 'li')).toEqual([])
    expect(signs(store, 'otherManager')).toEqual([])
    const reasons = attentionLines(store, 'chen', on).flatMap((line) => line.reasons)
    expect(reasons).toEqual([
      { code: 'honesty_burst', data: { count: 5, from: '17:50', until: '17:54' } },
      {
        code: 'honesty_same_text',
        data: { count: 3, text: '再考虑一下颜色', customers: '客户1、客户2、客户3' },
      },
    ])
    // It asks somebody to look; it is no violation.
    expect(store.ok('director', 'violations.list').total).toBe(0)
    store.setNow('2026-03-12')
    expect(signs(store, 'manager')).toEqual(found)
    expect(signs(store, 'manager', '2026-03-11')).toEqual([])
  })

  it('finds a day of nothing but no answers before a leave that was asked for', () => {
    const store = openTrainingStore()
    const deals = book(store, 'chen', 2)
    store.setNow('2026-03-10 15:00')
    for (const { opportunityId } of deals) noAnswer(store, opportunityId)
    expect(signs(store, 'manager')).toEqual([])
    makeLeave(store, 'chen', '2026-03-11', '2026-03-13')
    expect(signs(store, 'manager')).toEqual(['陈晓东 honesty_only_unreached_before_leave'])
  })

  it('notes every change of a name or phone, and finds it when the customer orders soon after', () => {
    const store = openTrainingStore()
    const [deal] = book(store, 'chen', 1)
    if (!deal) throw new Error('no deal')
    const { customerId, opportunityId } = deal
    store.setNow('2026-03-09 16:00')
    const change = (version: number, customer: object) =>
      store.ok('chen', 'customers.update', { customerId, version, customer })
    change(1, { name: '客户1', area: '苏州' })
    change(2, { name: '李强' })
    change(3, { mobile: '13912345678' })
    const rows = readRows<object>(
      store,
      'select field, "before", "after", changed_on, staff_id from identity_changes order by rowid',
    )
    expect(rows).toMatchObject([
      { field: 'name', before: '客户1', after: '李强', changed_on: '2026-03-09', staff_id: store.ids.chen },
      { field: 'mobile', after: '13912345678' },
    ])
    store.setNow('2026-03-10 11:00')
    expect(signs(store, 'manager')).toEqual([])
    reach(store, 'chen', opportunityId, { kind: 'ordered' })
    expect(signs(store, 'manager')).toEqual([
      '陈晓东 honesty_name_changed_before_order',
      '陈晓东 honesty_mobile_changed_before_order',
    ])
    expect(attentionLines(store, 'chen', on)[0]).toMatchObject({
      kind: 'honesty_sign',
      customerId,
      customerName: '李强',
      reasons: [{ data: { by: '陈晓东', before: '客户1', after: '李强', orderedOn: on } }],
    })
    // A name that is set right after the order says nothing.
    store.setNow('2026-03-10 12:00')
    change(5, { name: '李强强' })
    expect(attentionLines(store, 'chen', on)[0]?.reasons[0]?.data['after']).toBe('李强')
  })

  it('finds a name that was changed in the very contact that ends with the order', () => {
    const store = openTrainingStore()
    const [deal] = book(store, 'chen', 1)
    store.setNow('2026-03-10 11:00')
    reach(store, 'chen', deal?.opportunityId ?? '', { kind: 'ordered' }, { customer: { name: '李强' } })
    expect(signs(store, 'manager')).toEqual(['陈晓东 honesty_name_changed_before_order'])
  })

  it('finds visits that were registered outside opening hours or on a closed date', () => {
    const store = openTrainingStore({ now: '2026-03-10 19:00' })
    makeVisit(store, 'chen', { on, registered: '2026-03-10 18:00' })
    makeVisit(store, 'chen', { on, registered: null })
    expect(signs(store, 'manager')).toEqual([])
    makeVisit(store, 'chen', { on, registered: '2026-03-10 21:30' })
    expect(signs(store, 'manager')).toEqual(['陈晓东 honesty_visit_outside_opening_hours'])
    store.ok('director', 'store.setCalendar', { closedDates: [on] })
    expect(signs(store, 'manager')).toEqual([
      '陈晓东 honesty_visit_on_closed_date',
      '陈晓东 honesty_visit_on_closed_date',
    ])
  })

  it('makes no sign of follow-ups that came with a ledger', () => {
    const store = openTrainingStore()
    const deals = book(store, 'chen', 5)
    const write = (batch: string | null) =>
      deals.forEach(({ opportunityId, customerId }, index) =>
        writeRows(
          store,
          `insert into follow_ups (follow_up_id, opportunity_id, customer_id, staff_id, contacted_on, recorded_on,
             recorded_at, result, channel, content, effective, effective_reasons, late_recorded, import_batch_id)
           values (?, ?, ?, ?, ?, ?, ?, 'reached', 'phone', '客户再考虑一下', 1, '[]', 0, ?)`,
          `${String(batch)}-${index}`,
          opportunityId,
          customerId,
          store.ids.chen,
          on,
          on,
          at(`${on} 10:00`),
          batch,
        ),
      )
    store.setNow('2026-03-10 18:00')
    write('batch')
    expect(signs(store, 'chen')).toEqual([])
    write(null)
    expect(signs(store, 'chen')).toEqual(['陈晓东 honesty_burst', '陈晓东 honesty_same_text'])
  })
})
