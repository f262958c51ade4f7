import { describe, expect, it } from 'vitest'
import { openTrainingStore } from '#tests/support/training-store.ts'

const phone = '13912345678'

describe('a line is registered in five seconds (R-11.7)', () => {
  it('takes the kind alone: he came now, is one person, has an intent, and is still here', () => {
    const store = openTrainingStore({ now: '2026-03-02 10:15' })
    const { visitId, occasion } = store.ok('desk', 'visits.register', { kind: 'walk_in' })
    expect(occasion).toBe('first')
    expect(store.ok('desk', 'visits.get', { visitId })).toMatchObject({
      visitedOn: '2026-03-02',
      arrivedTime: '10:15',
      leftTime: null,
      partySize: 1,
      withIntent: true,
      uncarded: true,
      missing: ['callerName', 'phone', 'model', 'grade'],
    })
  })

  it('takes a call as over when it is written down', () => {
    const store = openTrainingStore({ now: '2026-03-02 10:15' })
    const { visitId } = store.ok('desk', 'visits.register', { kind: 'call_in' })
    expect(store.ok('desk', 'visits.get', { visitId })).toMatchObject({ leftTime: '10:15' })
    const open = store.ok('desk', 'visits.register', { kind: 'call_in', leftTime: null })
    expect(store.ok('desk', 'visits.get', { visitId: open.visitId }).leftTime).toBeNull()
  })

  it('is completed the same day by the consultant and is whole then', () => {
    const store = openTrainingStore({ now: '2026-03-02 10:15' })
    const { visitId } = store.ok('desk', 'visits.register', {
      kind: 'walk_in',
      consultantId: store.ids.chen,
      byHandReason: '点名',
    })
    const { reminders, version } = store.ok('chen', 'visits.update', {
      visitId,
      version: 1,
      callerName: '王先生',
      phone: '+86 139-1234-5678',
      model: '帕萨特',
      grade: 'h',
    })
    expect(reminders).toEqual([])
    expect(version).toBe(2)
    expect(store.ok('chen', 'visits.get', { visitId })).toMatchObject({ phone, grade: 'H', missing: [] })
    expect(store.refused('desk', 'visits.update', { visitId, version: 1, remark: '晚了' }).code).toBe(
      'STALE_VERSION',
    )
  })
})
