import { describe, expect, it, test } from 'vitest'
import { readRows, register, writeRows } from '#tests/support/book.ts'
import { openTrainingStore, type PersonName, type TrainingStore } from '#tests/support/training-store.ts'
import { confirmed, raise } from '#tests/support/books/violations.ts'

const row = (store: TrainingStore, violationId: string, as: PersonName = 'director') => {
  const found = store
    .ok(as, 'violations.list', { limit: 500 })
    .rows.find((each) => each.violationId === violationId)
  if (!found) throw new Error(`${violationId} is not in the list of ${as}`)
  return found
}
const open = () => openTrainingStore({ now: '2026-03-25' })

describe('the flow of a violation (R-8.4)', () => {
  it('is confirmed by the manager, with his name and the hour', () => {
    const store = open()
    const id = raise(store, 'chen', 'frequency_breach', '2026-03-10')
    expect(store.ok('manager', 'violations.confirm', { violationIds: [id], reason: '属实' })).toEqual({
      confirmed: 1,
    })
    expect(row(store, id)).toMatchObject({
      status: 'confirmed',
      ladder: 'frequency',
      managerName: '钱经理',
      decidedBy: '钱经理',
      decisionReason: '属实',
      suspensionLowered: false,
      entryId: null,
    })
  })

  it('is waived with a reason only, also when it was confirmed before', () => {
    const store = open()
    const id = confirmed(store, 'chen', 'frequency_breach', '2026-03-10')
    expect(store.refused('manager', 'violations.waive', { violationIds: [id], reason: ' ' }).code).toBe(
      'VALIDATION_FAILED',
    )
    store.ok('manager', 'violations.waive', { violationIds: [id], reason: '客户住院' })
    expect(row(store, id)).toMatchObject({ status: 'waived', decisionReason: '客户住院' })
  })

  it('is lowered with its confirmation, or when it is named again', () => {
    const store = open()
    const first = raise(store, 'chen', 'overdue_follow_up', '2026-03-10')
    const second = confirmed(store, 'chen', 'overdue_follow_up', '2026-03-11')
    store.ok('manager', 'violations.confirm', { violationIds: [first, second], lowerSuspension: true })
    expect([row(store, first).suspensionLowered, row(store, second).suspensionLowered]).toEqual([true, true])
    store.ok('manager', 'violations.confirm', { violationIds: [second], lowerSuspension: false })
    expect(row(store, second)).toMatchObject({ status: 'confirmed', suspensionLowered: false })
  })

  test.each([
    ['confirm', ['confirmed', 'waived', 'approved', 'reversed'], 'violation_cannot_be_confirmed'],
    ['waive', ['waived', 'approved', 'reversed'], 'violation_cannot_be_waived'],
    ['object', ['waived', 'objected', 'approved', 'reversed'], 'violation_cannot_be_objected'],
  ] as const)('%s is refused for %j, naming which, and nothing is half done', (verb, statuses, code) => {
    for (const status of statuses) {
      const store = open()
      const good = raise(store, 'chen', 'frequency_breach', '2026-03-10')
      const bad = raise(store, 'chen', 'missing_plan', '2026-03-11')
      writeRows(store, `update violations set status = ? where violation_id = ?`, status, bad)
      const failure = store.refused(verb === 'object' ? 'chen' : 'manager', `violations.${verb}`, {
        violationIds: [good, bad],
        reason: '说明',
      })
      expect(failure.code).toBe('RULE_REFUSED')
      expect(failure.reasons).toEqual([
        {
          code,
          data: {
            field: 'violationIds',
            staff: '陈晓东',
            kind: 'missing_plan',
            on: '2026-03-11',
            violationStatus: status,
          },
        },
      ])
      expect(row(store, good).status).toBe('raised')
    }
  })

  it('names a violation twice in one act without doing it twice', () => {
    const store = open()
    const id = raise(store, 'chen', 'frequency_breach', '2026-03-10')
    expect(store.ok('manager', 'violations.confirm', { violationIds: [id, id] })).toEqual({ confirmed: 1 })
  })

  it('can be confirmed or waived where no penalty follows: it is recorded', () => {
    const store = open()
    const id = confirmed(store, 'chen', 'uncarded_visit', '2026-03-10')
    expect(row(store, id)).toMatchObject({ status: 'confirmed', ladder: null, abilities: { approve: false } })
  })

  it('belongs to the manager whom the consultant had when it was raised (R-8.7)', () => {
    const store = openTrainingStore()
    register(store, 'chen', { grade: 'H', expected: '2026-03-09', plan: '2026-03-05' })
    store.setNow('2026-03-06')
    store.ok('manager', 'dayRoll.run')
    expect(readRows(store, 'select manager_id as managerId, kind from violations')).toEqual([
      { managerId: store.ids.manager, kind: 'overdue_follow_up' },
    ])
  })
})

describe('an objection (R-8.4)', () => {
  it('goes back to the manager, who decides again', () => {
    const store = open()
    const id = confirmed(store, 'chen', 'frequency_breach', '2026-03-10')
    store.ok('chen', 'violations.object', { violationIds: [id], reason: '当天客户改期' })
    expect(row(store, id)).toMatchObject({
      status: 'objected',
      objection: '当天客户改期',
      objectionRecordingId: null,
    })
    expect(readRows(store, 'select confirmed_before as before from violations')).toEqual([{ before: 1 }])
    store.ok('manager', 'violations.confirm', { violationIds: [id] })
    expect(row(store, id)).toMatchObject({ status: 'confirmed', objection: '当天客户改期' })
  })

  it('may rest on a recording within his reach, and on no other', () => {
    const store = open()
    const id = raise(store, 'chen', 'frequency_breach', '2026-03-10')
    const recording = (recordingId: string, by: PersonName) =>
      writeRows(
        store,
        `insert into recordings (recording_id, file_name, path, sha256, bytes, matched_by_name, attached_on, attached_at, attached_by, state, checked_at)
         values (?, 'a.mp3', 'a.mp3', ?, 1, 0, '2026-03-10', 0, ?, 'present', 0)`,
        recordingId,
        recordingId,
        store.ids[by],
      )
    recording('of-chen', 'chen')
    recording('of-li', 'li')
    const object = { violationIds: [id], reason: '有录音' }
    for (const recordingId of ['of-li', 'nothing'])
      expect(store.refused('chen', 'violations.object', { ...object, recordingId }).code).toBe('NOT_FOUND')
    store.ok('chen', 'violations.object', { ...object, recordingId: 'of-chen' })
    expect(row(store, id).objectionRecordingId).toBe('of-chen')
  })
})

describe('who may what', () => {
  const verbs = ['confirm', 'waive', 'object'] as const
  test.each([
    ['manager', ['ok', 'ok', 'PERMISSION_DENIED']],
    ['otherManager', ['NOT_FOUND', 'NOT_FOUND', 'PERMISSION_DENIED']],
    ['director', ['ok', 'ok', 'PERMISSION_DENIED']],
    ['chen', ['PERMISSION_DENIED', 'PERMISSION_DENIED', 'ok']],
    ['li', ['PERMISSION_DENIED', 'PERMISSION_DENIED', 'NOT_FOUND']],
    ['desk', ['PERMISSION_DENIED', 'PERMISSION_DENIED', 'PERMISSION_DENIED']],
    ['admin', ['PERMISSION_DENIED', 'PERMISSION_DENIED', 'PERMISSION_DENIED']],
  ] as const)('%s confirms, waives and objects to a violation of chen: %j', (as, expected) => {
    const found = verbs.map((verb) => {
      const store = open()
      const id = raise(store, 'chen', 'frequency_breach', '2026-03-10')
      const answer = store.answer(as, `violations.${verb}`, { violationIds: [id], reason: '说明' })
      return answer.ok ? 'ok' : answer.error.code
    })
    expect(found).toEqual(expected)
  })

  it('nobody decides on his own', () => {
    const store = open()
    const id = raise(store, 'manager', 'frequency_breach', '2026-03-10')
    expect(store.refused('manager', 'violations.confirm', { violationIds: [id] })).toMatchObject({
      code: 'PERMISSION_DENIED',
      reasons: [{ code: 'violation_of_your_own' }],
    })
    expect(row(store, id, 'manager').abilities.decide).toBe(false)
  })

  test.each([
    ['manager', 'raised', { decide: true, object: false, approve: false }],
    ['manager', 'approved', { decide: false, object: false, approve: false }],
    ['chen', 'raised', { decide: false, object: true, approve: false }],
    ['chen', 'objected', { decide: false, object: false, approve: false }],
    ['director', 'confirmed', { decide: true, object: false, approve: true }],
    ['director', 'objected', { decide: true, object: false, approve: false }],
  ] as const)('the list tells %s what he may do with one that is %s', (as, status, abilities) => {
    const store = open()
    const id = raise(store, 'chen', 'frequency_breach', '2026-03-10')
    writeRows(store, `update violations set status = ? where violation_id = ?`, status, id)
    expect(row(store, id, as).abilities).toEqual(abilities)
  })

  it('judging waits while the clock is behind (R-1.6)', () => {
    const store = open()
    const id = raise(store, 'chen', 'frequency_breach', '2026-03-10')
    store.ok('chen', 'violations.object', {
      violationIds: [raise(store, 'chen', 'missing_plan', '2026-03-11')],
      reason: '不',
    })
    store.setNow('2026-03-24')
    for (const verb of ['confirm', 'waive'] as const)
      expect(
        store.answer('manager', `violations.${verb}`, { violationIds: [id], reason: '说明' }),
      ).toMatchObject({ ok: false, error: { code: 'CLOCK_BEHIND' } })
  })
})
