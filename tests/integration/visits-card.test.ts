import { describe, expect, it } from 'vitest'
import { readRows } from '#tests/support/book.ts'
import { cardOf, cameTo, openShowroom } from '#tests/support/books/showroom.ts'
import { intake, openTrainingStore } from '#tests/support/training-store.ts'

const phone = '13912345678'

describe('from visit to card in one act (R-11.2)', () => {
  it('makes the customer of the consultant who received him, with everything that was typed at the desk', () => {
    const store = openTrainingStore({ now: '2026-03-02 10:00' })
    const { visitId } = cameTo(store, 'chen', {
      callerName: '王先生',
      phone,
      plate: '苏B12345',
      model: '途昂',
      grade: 'H',
      testDrive: true,
      agreementNumber: 'SJ-1',
    })
    const { gender, birthday, area, customerType } = intake().customer as Record<string, string>
    const carded = store.ok('chen', 'visits.card', {
      visitId,
      customer: { gender: gender as 'male', birthday, area, customerType: customerType as 'person' },
      opportunity: { expectedPurchaseDate: '2026-03-06', purchaseType: 'first' },
      plan: { on: '2026-03-05', channel: 'phone', purpose: '约再来' },
    })
    const { customer, opportunities, plans } = store.ok('chen', 'customers.get', {
      customerId: carded.customerId,
    })
    expect(customer).toMatchObject({
      name: '王先生',
      mobile: phone,
      plate: '苏B12345',
      source: 'walk_in',
      ownerName: '陈晓东',
    })
    expect(opportunities[0]).toMatchObject({ opportunityId: carded.opportunityId, model: '途昂', grade: 'H' })
    expect(plans[0]).toMatchObject({ planId: carded.planId, on: '2026-03-05', assigneeId: store.ids.chen })
    expect(store.ok('chen', 'visits.get', { visitId })).toMatchObject({
      customerId: carded.customerId,
      opportunityId: carded.opportunityId,
      cardedOn: '2026-03-02',
      uncarded: false,
      abilities: { card: false, openCard: true },
    })
    expect(store.ok('chen', 'testDrives.list', { customerId: carded.customerId }).rows).toEqual([
      expect.objectContaining({
        agreementNumber: 'SJ-1',
        visitId,
        staffName: '陈晓东',
        drivenOn: '2026-03-02',
      }),
    ])
    expect(store.refused('chen', 'visits.card', { visitId, ...cardOf() }).reasons?.[0]?.code).toBe(
      'visit_has_card',
    )
  })

  it.each(['desk', 'manager', 'director'] as const)(
    'the %s may make it too; the owner is the consultant',
    (who) => {
      const store = openTrainingStore()
      const { visitId } = cameTo(store, 'chen')
      const { customerId } = store.ok(who, 'visits.card', { visitId, ...cardOf(phone) })
      expect(store.ok('chen', 'customers.get', { customerId }).customer.ownerId).toBe(store.ids.chen)
      // What the card has is on the line as well.
      expect(store.ok('chen', 'visits.get', { visitId })).toMatchObject({
        callerName: '王伟',
        phone,
        missing: [],
      })
    },
  )

  it('takes a field from the card before the line', () => {
    const store = openTrainingStore()
    const { visitId } = cameTo(store, 'chen', { callerName: '某先生', phone: '13900000000' })
    const { customerId } = store.ok('chen', 'visits.card', { visitId, ...cardOf(phone) })
    expect(store.ok('chen', 'customers.get', { customerId }).customer).toMatchObject({
      name: '王伟',
      mobile: phone,
    })
  })

  it('is refused whole where a registration would be', () => {
    const store = openTrainingStore()
    const { visitId } = cameTo(store, 'chen')
    const { customer, opportunity, plan } = cardOf(phone)
    const refused = (card: object) => store.refused('chen', 'visits.card', { visitId, ...card })
    expect(refused({ opportunity, plan }).code).toBe('VALIDATION_FAILED')
    expect(refused({ customer, opportunity }).issues?.[0]?.field).toBe('plan')
    expect(refused({ customer, opportunity, plan: { ...plan, on: '2026-03-09' } }).code).toBe('RULE_REFUSED')
    store.ok('li', 'customers.register', intake({ customer: { mobile: phone } }))
    expect(refused({ customer, opportunity, plan }).code).toBe('DUPLICATE_CUSTOMER')
    expect(store.ok('chen', 'visits.get', { visitId })).toMatchObject({ uncarded: true, version: 1 })
    expect(readRows(store, 'select 1 from customers').length).toBe(1)
  })

  it('needs somebody who receives him', () => {
    const store = openTrainingStore()
    const { visitId } = store.ok('desk', 'visits.register', { kind: 'walk_in', withIntent: false })
    expect(store.refused('desk', 'visits.card', { visitId, ...cardOf() }).reasons?.[0]?.code).toBe(
      'visit_without_consultant',
    )
  })

  it('stays possible on a later day, also when the desk has signed', () => {
    const store = openTrainingStore()
    const { visitId } = cameTo(store, 'chen', { leftTime: '09:00' })
    store.ok('desk', 'visits.close', { on: '2026-03-02' })
    store.setNow('2026-03-04')
    store.ok('chen', 'visits.card', {
      visitId,
      ...cardOf(phone),
      plan: { on: '2026-03-06', channel: 'phone', purpose: '约再来' },
    })
    expect(store.ok('chen', 'visits.get', { visitId })).toMatchObject({ cardedOn: '2026-03-04', phone })
  })
})

describe('a visit of a known customer', () => {
  const known = () => {
    const store = openShowroom()
    const made = store.ok('chen', 'customers.register', intake({ customer: { mobile: phone } }))
    return { store, ...made }
  }

  it('is his at once and needs no card', () => {
    const { store, customerId } = known()
    const { visitId } = store.ok('desk', 'visits.register', { kind: 'walk_in', phone })
    expect(store.ok('chen', 'visits.get', { visitId })).toMatchObject({
      customerId,
      cardedOn: null,
      uncarded: false,
      callerName: '王伟',
    })
    expect(store.ok('desk', 'visits.get', { visitId }).callerName).toBe('王**')
  })

  it('is linked to a further opportunity, or to one that he has', () => {
    const { store, customerId, opportunityId } = known()
    const { visitId } = store.ok('desk', 'visits.register', { kind: 'walk_in', phone, testDrive: true })
    const { opportunity, plan } = cardOf()
    const added = store.ok('chen', 'visits.card', { visitId, opportunity, plan })
    expect(added.customerId).toBe(customerId)
    expect(added.opportunityId).not.toBe(opportunityId)
    expect(store.ok('chen', 'visits.get', { visitId })).toMatchObject({
      opportunityId: added.opportunityId,
      cardedOn: null,
      abilities: { card: false },
    })
    // What was named wrongly is set right.
    expect(store.ok('chen', 'visits.card', { visitId, opportunityId })).toMatchObject({
      customerId,
      opportunityId,
      planId: null,
    })
    // The test drive was entered once, when he came.
    expect(store.ok('chen', 'testDrives.list', { customerId }).total).toBe(1)
  })

  it('makes one further opportunity, however often the act is sent', () => {
    const { store, customerId } = known()
    const { visitId } = store.ok('desk', 'visits.register', { kind: 'walk_in', phone })
    const { opportunity, plan } = cardOf()
    const card = { visitId, opportunity, plan }
    const send = (commandId: string) => store.answer('chen', 'visits.card', card, { commandId })
    // The same command again is told its answer (P8); another one is refused.
    expect(send('card-1')).toMatchObject({ ok: true })
    expect(send('card-1')).toEqual(send('card-1'))
    expect(send('card-2')).toMatchObject({
      ok: false,
      error: { reasons: [{ code: 'visit_has_opportunity', data: { model: opportunity?.model } }] },
    })
    expect(store.ok('chen', 'customers.get', { customerId }).opportunities).toHaveLength(2)
    // A second visit may lead to one more.
    const next = store.ok('desk', 'visits.register', { kind: 'walk_in', phone })
    store.ok('chen', 'visits.card', { ...card, visitId: next.visitId })
    expect(store.ok('chen', 'customers.get', { customerId }).opportunities).toHaveLength(3)
  })

  it('who came under another number is linked by whoever knows his phone, and stays his owner’s', () => {
    const { store, customerId } = known()
    const { visitId } = cameTo(store, 'li')
    const link = { visitId, customerId }
    expect(store.refused('li', 'visits.card', link).code).toBe('NOT_FOUND')
    expect(store.refused('li', 'visits.card', { ...link, customer: { mobile: '13900000000' } }).code).toBe(
      'NOT_FOUND',
    )
    const { opportunity, plan } = cardOf()
    const withPhone = { ...link, customer: { mobile: phone } }
    expect(store.refused('li', 'visits.card', { ...withPhone, opportunity, plan }).code).toBe(
      'PERMISSION_DENIED',
    )
    store.ok('li', 'visits.card', withPhone)
    expect(store.ok('director', 'visits.get', { visitId })).toMatchObject({
      customerId,
      cardedOn: '2026-03-02',
      standsInForName: '陈晓东',
      consultantName: '李雪',
    })
    expect(store.ok('chen', 'customers.get', { customerId }).customer.ownerName).toBe('陈晓东')
  })
})

describe('a known phone that somebody else uses too (R-3.4a)', () => {
  it('is a manager’s to allow, with a reason', () => {
    const store = openShowroom()
    store.ok('li', 'customers.register', intake({ customer: { mobile: phone } }))
    const { visitId } = cameTo(store, 'chen')
    const shared = { visitId, ...cardOf(phone), overrideReason: '夫妻共用' }
    expect(store.refused('chen', 'visits.card', shared).code).toBe('PERMISSION_DENIED')
    const { customerId } = store.ok('manager', 'visits.card', shared)
    expect(store.ok('chen', 'visits.get', { visitId })).toMatchObject({ customerId, cardedOn: '2026-03-02' })
    expect(store.ok('chen', 'customers.get', { customerId }).customer.ownerName).toBe('陈晓东')
  })
})

describe('an appointment', () => {
  it.each([
    ['by the phone at the door', { phone }, false],
    ['by the link that is made later', {}, true],
  ])('is kept when its customer is known %s (R-10.3)', (_how, line, linked) => {
    const store = openShowroom()
    const { policy } = store.ok('director', 'policies.current')
    store.ok('director', 'policies.publish', {
      policy: { ...policy, switches: { ...policy.switches, appointmentPlansForAll: true } },
      effectiveFrom: '2026-03-02',
    })
    const plan = { on: '2026-03-02', channel: 'showroom_visit', time: '14:30' }
    const { customerId } = store.ok(
      'chen',
      'customers.register',
      intake({ customer: { mobile: phone }, plan }),
    )
    const { visitId } = cameTo(store, 'chen', line)
    if (linked) store.ok('chen', 'visits.card', { visitId, customerId })
    const { rows } = store.ok('desk', 'appointments.list', { from: '2026-03-02', until: '2026-03-02' })
    expect(rows).toEqual([expect.objectContaining({ customerId, outcome: 'kept' })])
  })
})

describe('first registration decides the owner (R-11.5)', () => {
  it('refuses a customer whose visit waits for its card to everybody else', () => {
    const store = openShowroom()
    const { visitId } = cameTo(store, 'chen', { phone })
    const { code, reasons } = store.refused(
      'li',
      'customers.register',
      intake({ customer: { mobile: phone } }),
    )
    expect([code, reasons]).toEqual([
      'RULE_REFUSED',
      [
        {
          code: 'visit_waits_for_card',
          data: { field: 'customer.mobile', visitId, visitedOn: '2026-03-02', consultantName: '陈晓东' },
        },
      ],
    ])
    const own = store.ok('li', 'customers.register', intake())
    expect(
      store.refused('li', 'customers.update', { customerId: own.customerId, version: 1, mobile: phone })
        .reasons?.[0]?.code,
    ).toBe('visit_waits_for_card')
  })

  it('cards the visits of its own consultant by itself', () => {
    const store = openShowroom()
    const { visitId } = cameTo(store, 'chen', { phone, testDrive: true })
    const made = store.ok('chen', 'customers.register', intake({ customer: { mobile: phone } }))
    expect(store.ok('chen', 'visits.get', { visitId })).toMatchObject({
      customerId: made.customerId,
      opportunityId: made.opportunityId,
      cardedOn: '2026-03-02',
    })
    expect(store.ok('chen', 'testDrives.list', { customerId: made.customerId }).total).toBe(1)
  })

  it('cards a visit by a phone that is entered later on the card', () => {
    const store = openShowroom()
    const { customerId } = store.ok('chen', 'customers.register', intake())
    const { visitId } = cameTo(store, 'chen', { phone })
    store.ok('chen', 'customers.update', { customerId, version: 1, mobile: phone })
    expect(store.ok('chen', 'visits.get', { visitId })).toMatchObject({ customerId, cardedOn: '2026-03-02' })
  })
})

describe('test drives', () => {
  it('have each its own agreement', () => {
    const store = openShowroom()
    const { opportunityId } = store.ok('chen', 'customers.register', intake())
    const drive = { opportunityId, drivenOn: '2026-03-02', agreementNumber: 'SJ-1' }
    store.ok('chen', 'testDrives.record', drive)
    expect(store.refused('chen', 'testDrives.record', drive).issues?.[0]).toMatchObject({
      field: 'agreementNumber',
      code: 'agreement_used',
    })
    const { visitId } = cameTo(store, 'li', { agreementNumber: 'SJ-2' })
    const typed = { visitId, agreementNumber: 'SJ-1' }
    expect(store.refused('li', 'visits.update', typed).issues?.[0]?.code).toBe('agreement_used')
    store.ok('li', 'visits.card', { visitId, ...cardOf() })
    const future = { opportunityId, drivenOn: '2026-03-03' }
    expect(store.refused('chen', 'testDrives.record', future).issues?.[0]?.code).toBe('in_future')
    expect(store.refused('desk', 'testDrives.record', future).code).toBe('PERMISSION_DENIED')
  })
})
