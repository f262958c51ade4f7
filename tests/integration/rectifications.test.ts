import { describe, expect, it } from 'vitest'
import { readRows, writeRows } from '#tests/support/book.ts'
import { attentionOf, makeReport } from '#tests/support/books/occasions.ts'
import { openTrainingStore, type PersonName, type TrainingStore } from '#tests/support/training-store.ts'

const text = {
  cause: '当天来访集中，忘了回访',
  measures: '每天下班前核对未执行计划',
  deadlineOn: '2026-03-20',
}
const listed = (store: TrainingStore, as: PersonName) =>
  store.ok(as, 'rectifications.list').rows.map(({ staffName, status }) => `${staffName} ${status}`)

describe('the rectification report (R-8.9)', () => {
  it('is written by the person, returned with a note, kept, written again and accepted', () => {
    const store = openTrainingStore({ now: '2026-03-10' })
    const rectificationId = makeReport(store, 'chen', '2026-03-09', '2026-03-12')
    const get = (as: PersonName) => store.ok(as, 'rectifications.get', { rectificationId })
    expect(get('chen')).toMatchObject({
      status: 'due',
      missing: false,
      occasion: 1,
      items: 1,
      managerName: '钱经理',
      violations: [{ kind: 'overdue_follow_up', reasons: [{ code: 'overdue_follow_up' }] }],
      abilities: { write: true, review: false },
    })
    store.ok('chen', 'rectifications.write', { rectificationId, version: 1, ...text })
    expect(get('chen')).toMatchObject({
      status: 'written',
      ...text,
      abilities: { write: false, review: false },
    })
    expect(get('manager').abilities).toEqual({ write: false, review: true })
    store.setNow('2026-03-11')
    store.ok('manager', 'rectifications.review', {
      rectificationId,
      decision: 'return',
      note: '原因太笼统',
    })
    expect(get('chen')).toMatchObject({
      status: 'returned',
      ...text,
      reviewNote: '原因太笼统',
      reviewedBy: '钱经理',
      abilities: { write: true },
    })
    store.ok('chen', 'rectifications.write', { rectificationId, version: 3, ...text, cause: '没有看待办' })
    store.ok('manager', 'rectifications.review', { rectificationId, version: 4, decision: 'accept' })
    expect(get('director')).toMatchObject({
      status: 'accepted',
      cause: '没有看待办',
      reviewNote: null,
      version: 5,
      abilities: { write: false, review: false },
    })
  })

  it('refuses a deadline that has passed, an act out of turn and a stale version, and writes nothing', () => {
    const store = openTrainingStore({ now: '2026-03-10' })
    const rectificationId = makeReport(store, 'chen', '2026-03-09', '2026-03-12')
    const refused = (as: PersonName, call: 'rectifications.write' | 'rectifications.review', input: object) =>
      store.refused(as, call, { rectificationId, ...input } as never)
    expect(refused('chen', 'rectifications.write', { ...text, deadlineOn: '2026-03-09' })).toMatchObject({
      code: 'RULE_REFUSED',
      reasons: [{ code: 'report_deadline_before_today', data: { field: 'deadlineOn' } }],
    })
    expect(refused('chen', 'rectifications.write', { ...text, cause: '  ' }).issues).toMatchObject([
      { field: 'cause' },
    ])
    expect(refused('manager', 'rectifications.review', { decision: 'accept' })).toMatchObject({
      reasons: [{ code: 'report_not_to_review' }],
    })
    expect(refused('chen', 'rectifications.write', { ...text, version: 7 }).code).toBe('STALE_VERSION')
    expect(readRows<{ version: number }>(store, 'select version from rectifications')).toEqual([
      { version: 1 },
    ])
    store.ok('chen', 'rectifications.write', { rectificationId, ...text })
    expect(refused('chen', 'rectifications.write', text)).toMatchObject({
      reasons: [{ code: 'report_not_to_write' }],
    })
    expect(refused('manager', 'rectifications.review', { decision: 'return', note: ' ' })).toMatchObject({
      reasons: [{ code: 'report_return_needs_note', data: { field: 'note' } }],
    })
  })

  it('shows whose it is: his own to a consultant, his team to a manager, all to a director; else it is not there', () => {
    const store = openTrainingStore({ now: '2026-03-10' })
    const rectificationId = makeReport(store, 'chen', '2026-03-09', '2026-03-12')
    makeReport(store, 'zhou', '2026-03-09', '2026-03-11')
    expect(listed(store, 'chen')).toEqual(['陈晓东 due'])
    expect(listed(store, 'manager')).toEqual(['陈晓东 due'])
    expect(listed(store, 'director')).toEqual(['周婷 due', '陈晓东 due'])
    for (const as of ['li', 'otherManager'] as const)
      expect(store.refused(as, 'rectifications.get', { rectificationId }).code).toBe('NOT_FOUND')
    expect(store.refused('li', 'rectifications.write', { rectificationId, ...text }).code).toBe('NOT_FOUND')
    const review = { rectificationId, decision: 'accept' } as const
    expect(store.refused('otherManager', 'rectifications.review', review).code).toBe('NOT_FOUND')
    expect(store.refused('manager', 'rectifications.write', { rectificationId, ...text }).code).toBe(
      'PERMISSION_DENIED',
    )
  })

  it('lists what is still to be done first, and filters by person and state', () => {
    const store = openTrainingStore({ now: '2026-03-10' })
    const first = makeReport(store, 'chen', '2026-03-04', '2026-03-09')
    makeReport(store, 'chen', '2026-03-09', '2026-03-12')
    makeReport(store, 'li', '2026-03-06', '2026-03-11')
    store.ok('chen', 'rectifications.write', { rectificationId: first, ...text })
    store.ok('manager', 'rectifications.review', { rectificationId: first, decision: 'accept' })
    const rows = (input: object) =>
      store.ok('manager', 'rectifications.list', input).rows.map(({ staffName, on }) => `${staffName} ${on}`)
    expect(rows({})).toEqual(['李雪 2026-03-06', '陈晓东 2026-03-09', '陈晓东 2026-03-04'])
    expect(rows({ status: 'accepted' })).toEqual(['陈晓东 2026-03-04'])
    expect(rows({ staffId: store.ids.li })).toEqual(['李雪 2026-03-06'])
    expect(rows({ staffId: store.ids.zhou })).toEqual([])
    expect(store.ok('manager', 'rectifications.list', { limit: 2 })).toMatchObject({
      nextCursor: '2',
      total: 3,
    })
  })

  it('is missing in the daily check from the day after its date on, until it is written', () => {
    const store = openTrainingStore({ now: '2026-03-12 18:00' })
    const rectificationId = makeReport(store, 'chen', '2026-03-09', '2026-03-12')
    const missing = (as: PersonName, on: string) => attentionOf(store, as, on, 'report_missing')
    const waits = (as: PersonName, on: string) => attentionOf(store, as, on, 'report_to_review')
    expect(missing('manager', '2026-03-12')).toEqual([])
    store.setNow('2026-03-13 18:00')
    expect(store.ok('chen', 'rectifications.get', { rectificationId }).missing).toBe(true)
    for (const as of ['chen', 'manager', 'director'] as const)
      expect(missing(as, '2026-03-13')).toEqual(['陈晓东 report_missing'])
    expect(missing('otherManager', '2026-03-13')).toEqual([])
    expect(missing('li', '2026-03-13')).toEqual([])
    store.setNow('2026-03-14 10:00')
    store.ok('chen', 'rectifications.write', { rectificationId, ...text })
    expect(missing('manager', '2026-03-14')).toEqual([])
    expect(waits('manager', '2026-03-14')).toEqual(['陈晓东 report_to_review'])
    // What had stood on the day before still shows in its check.
    expect(missing('manager', '2026-03-13')).toEqual(['陈晓东 report_missing'])
    expect(waits('manager', '2026-03-13')).toEqual([])
    store.setNow('2026-03-15 10:00')
    store.ok('manager', 'rectifications.review', { rectificationId, decision: 'accept' })
    expect(waits('manager', '2026-03-15')).toEqual([])
    expect(waits('manager', '2026-03-14')).toEqual(['陈晓东 report_to_review'])
  })

  it('is reviewed only while the clock is right (R-1.6)', () => {
    const store = openTrainingStore({ now: '2026-03-10 10:00' })
    const rectificationId = makeReport(store, 'chen', '2026-03-09', '2026-03-12')
    store.ok('chen', 'rectifications.write', { rectificationId, ...text })
    writeRows(store, 'update rectifications set version = 2')
    store.setNow('2026-03-10 09:00')
    const review = { rectificationId, decision: 'accept' } as const
    expect(store.refused('manager', 'rectifications.review', review).code).toBe('CLOCK_BEHIND')
  })
})
