import { describe, expect, it } from 'vitest'
import { cardOf, cameTo, openShowroom } from '#tests/support/books/showroom.ts'
import {
  intake,
  openTrainingStore,
  type PersonName,
  type TrainingStore,
} from '#tests/support/training-store.ts'

const phone = '13912345678'
const walkIn = { kind: 'walk_in' } as const
const order = (store: TrainingStore) => store.ok('desk', 'rotation.board').places.map(({ name }) => name)
/** Away from tomorrow on, the 3rd. */
const sendAway = (store: TrainingStore, who: PersonName) => {
  const { leaveId } = store.ok(who, 'leaves.request', {
    from: '2026-03-03',
    until: '2026-03-04',
    kind: 'other',
  })
  store.ok('director', 'leaves.confirm', { leaveId })
}
const known = (store: TrainingStore) =>
  store.ok(
    'chen',
    'customers.register',
    intake({
      customer: { mobile: phone },
      opportunity: { grade: 'C', expectedPurchaseDate: '2026-06-01' },
      plan: { on: '2026-03-20' },
    }),
  )

describe('who receives a visitor (R-11.3)', () => {
  it('of a first visit is the next of the rotation, who goes to the end', () => {
    const store = openShowroom()
    const [first, ...others] = order(store)
    const made = store.ok('desk', 'visits.register', walkIn)
    expect(made).toMatchObject({ consultantName: first, assignedBy: 'rotation', occasion: 'first' })
    expect(order(store)).toEqual([...others, first])
  })

  it('of a known customer is his owner, and the order stays', () => {
    const store = openShowroom()
    const { customerId } = known(store)
    const before = order(store)
    expect(store.ok('desk', 'visits.register', { ...walkIn, phone })).toMatchObject({
      consultantName: '陈晓东',
      assignedBy: 'owner',
      occasion: 'repeat',
      customerId,
    })
    expect(order(store)).toEqual(before)
  })

  it('of a customer whose owner is away is the next, who stands in; the customer stays the owner’s', () => {
    const store = openShowroom()
    const { customerId } = known(store)
    sendAway(store, 'chen')
    store.setNow('2026-03-03')
    const before = order(store)
    const made = store.ok('desk', 'visits.register', { ...walkIn, phone })
    expect(made).toMatchObject({ assignedBy: 'stand_in', standsInForName: '陈晓东', occasion: 'repeat' })
    expect(made.consultantName).not.toBe('陈晓东')
    expect(order(store)).toEqual(before)
    expect(store.ok('chen', 'customers.get', { customerId }).customer.ownerName).toBe('陈晓东')
  })

  it('is nobody yet when all are with somebody, until the desk gives him to one', () => {
    const store = openShowroom()
    for (let i = 0; i < 3; i += 1) store.ok('desk', 'visits.register', walkIn)
    const { visitId, consultantId, assignedBy } = store.ok('desk', 'visits.register', walkIn)
    expect([consultantId, assignedBy]).toEqual([null, null])
    expect(store.ok('desk', 'rotation.board').waiting).toBe(1)
    const [visit] = store.ok('desk', 'visits.list', { consultantId: store.ids.li }).rows
    store.ok('li', 'visits.leave', { visitId: visit?.visitId ?? '' })
    store.ok('desk', 'visits.handOver', { visitId, consultantId: store.ids.li, reason: '空出来了' })
    expect(store.ok('li', 'visits.get', { visitId })).toMatchObject({
      consultantName: '李雪',
      assignedBy: 'rotation',
    })
  })

  it('of a call that nobody was free for is said by the desk, though the call is over', () => {
    const store = openShowroom()
    for (const _ of order(store)) store.ok('desk', 'visits.register', walkIn)
    const { visitId, consultantName } = store.ok('desk', 'visits.register', { kind: 'call_in' })
    expect(consultantName).toBeNull()
    const handOver = () => store.ok('desk', 'visits.get', { visitId }).abilities.handOver
    expect(handOver()).toBe(true)
    store.ok('desk', 'visits.handOver', { visitId, consultantId: store.ids.li, reason: '回电' })
    expect(handOver()).toBe(false)
  })

  it('of a visitor without an intent is nobody, and it takes no turn', () => {
    const store = openShowroom()
    const before = order(store)
    const made = store.ok('desk', 'visits.register', { ...walkIn, withIntent: false })
    expect(made.consultantId).toBeNull()
    expect(order(store)).toEqual(before)
    expect(store.ok('desk', 'rotation.board').waiting).toBe(0)
  })
})

describe('somebody chosen by hand', () => {
  it('needs a reason, and it counts as his turn', () => {
    const store = openShowroom()
    const last = order(store).at(-1) ?? ''
    const { staffId } = store.ok('desk', 'rotation.board').places.at(-1) ?? { staffId: '' }
    const [, second] = store.ok('desk', 'rotation.board').places
    const asked = { ...walkIn, consultantId: second?.staffId ?? '' }
    expect(store.refused('desk', 'visits.register', asked).issues?.[0]).toMatchObject({
      field: 'byHandReason',
      code: 'required',
    })
    const made = store.ok('desk', 'visits.register', { ...asked, byHandReason: '客户点名' })
    expect(made).toMatchObject({ assignedBy: 'by_hand', consultantName: second?.name })
    expect(order(store).slice(-2)).toEqual([last, second?.name])
    expect(staffId).not.toBe(second?.staffId)
  })

  it('is by rotation where the rotation names him anyway', () => {
    const store = openShowroom()
    const { nextId } = store.ok('desk', 'rotation.board')
    expect(store.ok('desk', 'visits.register', { ...walkIn, consultantId: nextId }).assignedBy).toBe(
      'rotation',
    )
  })

  it('is refused while he is not clear to greet (R-11.6)', () => {
    const store = openTrainingStore()
    cameTo(store, 'chen')
    const again = { ...walkIn, consultantId: store.ids.chen, byHandReason: '点名' }
    expect(store.refused('desk', 'visits.register', again).reasons?.[0]?.code).toBe('not_clear_to_greet')
  })

  it('is a consultant himself without a reason, and nobody else', () => {
    const store = openShowroom()
    const names = ['chen', 'li', 'zhou'] as const
    const { nextId } = store.ok('desk', 'rotation.board')
    const notNext = names.find((name) => store.ids[name] !== nextId) ?? 'chen'
    expect(store.ok(notNext, 'visits.register', walkIn)).toMatchObject({
      consultantId: store.ids[notNext],
      assignedBy: 'by_hand',
    })
    // Both are with somebody now, so that the next is none of them.
    for (const name of names) if (name !== notNext) store.ok(name, 'visits.register', walkIn)
    const other = { ...walkIn, consultantId: store.ids.zhou, byHandReason: '点名' }
    expect(store.refused('chen', 'visits.register', other).code).toBe('PERMISSION_DENIED')
    expect(store.refused('manager', 'visits.register', other).code).toBe('PERMISSION_DENIED')
    expect(
      store.refused('desk', 'visits.register', { ...other, consultantId: store.ids.manager }).issues?.[0]
        ?.code,
    ).toBe('not_a_consultant')
  })

  it('who registers a colleague’s customer gives him to his owner; to himself only with a reason', () => {
    const store = openShowroom()
    known(store)
    expect(store.ok('li', 'visits.register', { ...walkIn, phone }).consultantName).toBe('陈晓东')
    const himself = { ...walkIn, phone, consultantId: store.ids.li }
    expect(store.ok('li', 'visits.register', himself)).toMatchObject({
      assignedBy: 'stand_in',
      standsInForName: '陈晓东',
    })
  })
})

describe('handing a visitor over', () => {
  it('gives the former consultant his place back', () => {
    const store = openShowroom()
    const before = order(store)
    const { visitId, consultantId } = store.ok('desk', 'visits.register', walkIn)
    const other = store.ok('desk', 'rotation.board').places.find(({ staffId }) => staffId !== consultantId)
    const hand = { visitId, consultantId: other?.staffId ?? '', reason: '接电话' }
    store.ok('desk', 'visits.handOver', hand)
    expect(order(store)[0]).toBe(before[0])
    expect(order(store).at(-1)).toBe(other?.name)
    expect(store.refused('desk', 'visits.handOver', hand).issues?.[0]?.code).toBe('same_consultant')
  })

  it('ends with the card, and with the visit for everybody but a manager', () => {
    const store = openShowroom()
    const { visitId } = cameTo(store, 'chen', { leftTime: '10:00', phone })
    const hand = { visitId, consultantId: store.ids.li, reason: '离职' }
    expect(store.refused('desk', 'visits.handOver', hand).reasons?.[0]?.code).toBe('visit_is_over')
    store.setNow('2026-03-05')
    const before = order(store)
    store.ok('manager', 'visits.handOver', hand)
    expect(order(store)).toEqual(before)
    store.ok('li', 'visits.card', {
      visitId,
      ...cardOf(phone),
      plan: { on: '2026-03-06', channel: 'phone', purpose: '约' },
    })
    const back = { ...hand, consultantId: store.ids.chen }
    expect(store.refused('manager', 'visits.handOver', back).reasons?.[0]?.code).toBe('visit_has_card')
  })

  it('is a manager’s within his team, and a consultant’s own visitor to anybody', () => {
    const store = openShowroom()
    const { visitId } = cameTo(store, 'chen')
    const hand = { visitId, consultantId: store.ids.zhou, reason: '接电话' }
    expect(store.refused('manager', 'visits.handOver', hand).code).toBe('PERMISSION_DENIED')
    expect(store.refused('li', 'visits.handOver', hand).code).toBe('NOT_FOUND')
    store.ok('chen', 'visits.handOver', hand)
    expect(store.ok('zhou', 'visits.get', { visitId }).consultantName).toBe('周婷')
  })
})
