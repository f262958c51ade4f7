import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verifyStore } from '#main/application/verify/index.ts'
import { sqliteOf } from '#main/store/handle.ts'
import { endingSql } from '#main/store/read/ownership.ts'
import { protectionOf } from '#main/rules/dormancy.ts'
import { presets } from '#shared/policy/presets/index.ts'
import { addDays, asBusinessDate as d } from '#shared/time/business-date.ts'
import { planOn, raised, reach, readRows, register, writeRows } from '#tests/support/book.ts'
import { callFor, fileClaim, makeContested, phoneOf } from '#tests/support/books/contested.ts'
import { openTrainingStore, type TrainingStore } from '#tests/support/training-store.ts'

const sound = (store: TrainingStore) => verifyStore(store.application.store, 'en').problems

describe('a contact with somebody else’s customer (R-5.5)', () => {
  it('is in his history, and changes neither cadence, plan, grade, owner nor protection', () => {
    const { store, customerId, opportunityId, phone } = makeContested()
    const before = store.ok('chen', 'customers.get', { customerId })
    store.setNow('2026-03-20')
    callFor(store, 'li', phone)
    callFor(store, 'zhou', phone, { result: 'no_answer', content: '' })
    const after = store.ok('chen', 'customers.get', { customerId })
    expect(after.opportunities).toEqual(before.opportunities)
    expect(after.plans).toEqual(before.plans)
    expect(after.owners).toEqual(before.owners)
    expect(after.customer).toEqual(before.customer)
    expect(after.protection).toMatchObject({ protectedUntil: '2026-04-01' })
    expect(after.followUps.map(({ staffName, effective }) => [staffName, effective.yes])).toEqual([
      ['周婷', false],
      ['李雪', true],
      ['陈晓东', true],
    ])
    expect(store.ok('desk', 'customers.lookup', { phone })).toMatchObject({ ownerName: '陈晓东' })
    expect(store.ok('zhou', 'customers.lookup', { phone })).toMatchObject({
      lastContactOn: '2026-03-20',
      dormantFrom: '2026-04-02',
    })
    // The form that 陈晓东 had open meanwhile is not stale.
    store.ok('chen', 'customers.update', {
      customerId,
      version: before.customer.version,
      customer: { area: '苏州' },
    })
    reach(store, 'chen', opportunityId, planOn('2026-04-19'), { opportunityVersion: 2 })
    expect(sound(store)).toEqual([])
  })

  it('is refused for his own customer, for a phone nobody has, and where the contact cannot be', () => {
    const { store, phone } = makeContested()
    store.setNow('2026-03-20')
    const asked = { phone, result: 'reached', channel: 'phone', content: '客户说一直没人联系他' } as const
    const refused = (rest: object, who: 'chen' | 'li' = 'li') =>
      store.refused(who, 'followUps.recordForAnother', { ...asked, ...rest })
    expect(refused({}, 'chen').reasons).toEqual([{ code: 'customer_is_yours', data: { field: 'phone' } }])
    expect(refused({ phone: '13900000000' })).toMatchObject({ code: 'NOT_FOUND' })
    expect(refused({ phone: '1390000' })).toMatchObject({
      code: 'VALIDATION_FAILED',
      issues: [{ field: 'phone', code: 'phone_mobile_invalid' }],
    })
    const codes = (rest: object) => refused(rest).reasons?.map(({ code, data }) => [code, data['field']])
    expect(codes({ content: ' ' })).toEqual([['content_required', 'content']])
    expect(codes({ contactedOn: '2026-03-21' })).toEqual([['contact_in_future', 'contactedOn']])
    expect(codes({ contactedOn: '2026-03-01' })).toEqual([['contact_before_opening', 'contactedOn']])
    store.setNow('2026-04-01')
    expect(callFor(store, 'li', phone).mayClaim).toBe(false)
    store.setNow('2026-04-02')
    expect(callFor(store, 'li', phone, { content: '客户在忙' })).toMatchObject({
      mayClaim: false,
      effective: { reasons: [{ code: 'not_effective_content_too_short' }] },
    })
    expect(callFor(store, 'li', phone).mayClaim).toBe(true)
  })

  it('of several opportunities stands with the leading open one', () => {
    const { store, customerId, phone } = makeContested()
    const more = store.ok('chen', 'opportunities.add', {
      customerId,
      opportunity: {
        model: '途昂',
        grade: 'H',
        expectedPurchaseDate: '2026-03-08',
        purchaseType: 'additional',
      },
      plan: { on: '2026-03-05', channel: 'phone', purpose: '' },
    })
    const { followUpId } = callFor(store, 'li', phone)
    expect(
      store
        .ok('chen', 'customers.get', { customerId })
        .followUps.find((each) => each.followUpId === followUpId)?.opportunityId,
    ).toBe(more.opportunityId)
  })

  it('neither ends an overdue plan, nor excuses a postponement, nor hides a passed limit of a past date', () => {
    const store = openTrainingStore()
    const made = register(store, 'chen', { grade: 'H', expected: '2026-03-09', plan: '2026-03-05' })
    const phone = phoneOf(store, made.customerId)
    store.setNow('2026-03-05')
    callFor(store, 'li', phone)
    store.setNow('2026-03-06')
    callFor(store, 'li', phone, { result: 'no_answer', content: '' })
    expect(raised(store)).toEqual(['2026-03-06 overdue_follow_up 王伟'])
    store.setNow('2026-03-07')
    callFor(store, 'zhou', phone)
    // 13 days later than an H may close, on a day on which only colleagues reached him.
    const moved = { grade: 'B', expectedPurchaseDate: '2026-03-25' }
    store.ok('chen', 'opportunities.update', {
      opportunityId: made.opportunityId,
      version: 1,
      opportunity: moved,
    })
    expect(raised(store)).toContain('2026-03-07 unrealistic_postponement 王伟')
    store.setNow('2026-03-08')
    const sheet = store.ok('manager', 'dailyCheck.get', { on: '2026-03-06' })
    expect(sheet.consultants.find(({ name }) => name === '陈晓东')?.figures).toMatchObject({
      overdue: 1,
      beyondLimit: 1,
    })
    const [line] = store.ok('manager', 'dailyCheck.lines', { on: '2026-03-06', figure: 'beyondLimit' }).rows
    expect(line).toMatchObject({ on: '2026-03-05', lastContactOn: null, lastContent: null })
    // Once the owner has called, the past stays what it was.
    reach(store, 'chen', made.opportunityId, planOn('2026-03-20'))
    const again = store.ok('manager', 'dailyCheck.get', { on: '2026-03-07' })
    expect(again.consultants.find(({ name }) => name === '陈晓东')?.figures.beyondLimit).toBe(0)
    const sixth = store.ok('manager', 'dailyCheck.lines', { on: '2026-03-06', figure: 'beyondLimit' }).rows
    expect(sixth).toEqual([line])
    expect(sound(store)).toEqual([])
  })

  it('does not count in the past book after the caller has become the owner', () => {
    const contested = makeContested()
    const { store, opportunityId } = contested
    store.setNow('2026-04-02')
    const { claimId } = fileClaim(store, 'li', contested)
    store.ok('director', 'claims.decide', {
      claimId,
      decision: 'approve',
      reason: '客户确认',
      withoutRecording: true,
    })
    store.setNow('2026-04-05')
    reach(store, 'li', opportunityId, planOn('2026-05-01'))
    const anchors = readRows<{ anchor: string }>(store, 'select anchor_on as anchor from opportunities')
    expect(anchors).toEqual([{ anchor: '2026-04-05' }])
    // On 04-03 the anchor was still 陈晓东's contact of 03-02: the limit of 04-01 lies before 李雪 answers for it.
    const sheet = store.ok('director', 'dailyCheck.get', { on: '2026-04-03' })
    expect(sheet.store.figures.beyondLimit).toBe(0)
    expect(sheet.store.figures.dormant).toBe(0)
    expect(sound(store)).toEqual([])
  })
})

describe('the verdict (R-5.8)', () => {
  it('says whose he is, until when, by which contact, and why the others do not count', () => {
    const contested = makeContested()
    const { store, opportunityId, phone } = contested
    store.setNow('2026-03-10')
    reach(store, 'chen', opportunityId, planOn('2026-04-01'), { contactedOn: '2026-03-09' })
    reach(store, 'chen', opportunityId, planOn('2026-04-01'), { content: '好的' })
    store.setNow('2026-03-11')
    callFor(store, 'li', phone)
    store.setNow('2026-03-12')
    reach(store, 'manager', opportunityId, planOn('2026-04-01'))
    store.setNow('2026-03-26')
    const verdict = store.ok('chen', 'ownership.verdict', { phone: `+86 ${phone}` })
    expect(verdict).toMatchObject({
      found: true,
      phone,
      customerName: '王伟',
      owner: { name: '陈晓东' },
      ownerSince: '2026-03-02',
      protectedUntil: '2026-04-01',
      dormantFrom: '2026-04-02',
      daysLeft: 6,
      dormant: false,
      thinIce: true,
      lastEffective: { contactedOn: '2026-03-02', counts: true },
      owners: [{ name: '陈晓东', until: null }],
      claims: [],
      policyVersion: 1,
      ruleId: 'R-5.2',
      today: '2026-03-26',
      storeName: '江南店',
    })
    expect(verdict.reasons.map(({ code }) => code)).toEqual([
      'protection_since_contact',
      'protection_on_thin_ice',
    ])
    expect(
      verdict.contacts.map(({ contactedOn, staff, reasons }) => [
        contactedOn,
        staff?.name,
        reasons.map(({ code }) => code).join(),
      ]),
    ).toEqual([
      ['2026-03-12', '钱经理', 'contact_by_another'],
      ['2026-03-11', '李雪', 'contact_by_another'],
      ['2026-03-10', '陈晓东', 'not_effective_content_too_short'],
      ['2026-03-09', '陈晓东', 'not_effective_late_recorded'],
      ['2026-03-02', '陈晓东', 'effective'],
    ])
  })

  it('after a claim names the chain of owners and the claim, and counts for the new owner alone', () => {
    const contested = makeContested()
    const { store, phone } = contested
    store.setNow('2026-04-02')
    const { claimId } = fileClaim(store, 'li', contested)
    expect(store.ok('chen', 'ownership.verdict', { phone })).toMatchObject({
      dormant: true,
      daysLeft: 0,
      claims: [{ claimId, claimantName: '李雪', filedOn: '2026-04-02', status: 'filed' }],
    })
    const asked = { claimId, decision: 'approve', reason: '客户确认', withoutRecording: true } as const
    store.ok('director', 'claims.decide', asked)
    const verdict = store.ok('li', 'ownership.verdict', { phone })
    expect(verdict).toMatchObject({
      owner: { name: '李雪' },
      protectedUntil: '2026-05-02',
      lastEffective: { staff: { name: '李雪' } },
      claims: [{ status: 'approved' }],
    })
    expect(verdict.owners.map(({ name, from, until }) => [name, from, until])).toEqual([
      ['李雪', '2026-04-02', null],
      ['陈晓东', '2026-03-02', '2026-04-02'],
    ])
    expect(verdict.contacts.map(({ counts }) => counts)).toEqual([true, false])
  })

  it('tells nothing of a customer beyond reach: as of a phone that nobody has', () => {
    const { store, phone } = makeContested()
    const none = store.ok('director', 'ownership.verdict', { phone: '13900000000' })
    expect(none).toMatchObject({ found: false, owner: null, contacts: [], protectedUntil: null })
    for (const who of ['li', 'zhou', 'otherManager'] as const)
      expect(store.ok(who, 'ownership.verdict', { phone })).toEqual({ ...none, phone })
    for (const who of ['chen', 'manager', 'director'] as const)
      expect(store.ok(who, 'ownership.verdict', { phone }).found).toBe(true)
    expect(store.ok('director', 'ownership.verdict', { phone: '12' })).toMatchObject({
      found: false,
      phone: '12',
    })
  })

  it('leaves a trace when it is printed (R-13.3)', () => {
    const { store } = makeContested()
    store.ok('chen', 'outputs.record', { what: 'ownership_verdict', form: 'print', rows: 3 })
    const [row] = readRows<{ reason: string }>(
      store,
      "select reason from audit_entries where call = 'outputs.record' order by sequence desc limit 1",
    )
    expect(row?.reason).toContain('ownership_verdict')
  })
})

describe('thin ice (R-5.7)', () => {
  const names = (store: TrainingStore, who: 'chen' | 'li' | 'manager' | 'director', input = {}) => {
    const { rows, ...rest } = store.ok(who, 'ownership.thinIce', input)
    return { ...rest, rows: rows.map(({ customerName, daysLeft }) => [customerName, daysLeft]) }
  }

  it.each([
    ['2026-03-25', 0, 0, []],
    ['2026-03-26', 1, 0, [['王伟', 6]]],
    ['2026-04-01', 1, 0, [['王伟', 0]]],
    ['2026-04-02', 0, 1, [['王伟', 0]]],
  ])('on %s', (now, thinIce, dormant, rows) => {
    const { store } = makeContested()
    store.setNow(now)
    expect(names(store, 'chen')).toEqual({ thinIce, dormant, rows, nextCursor: null, total: rows.length })
  })

  it('lists the nearest end first and the dormant after, the newest of them first, within reach and by page', () => {
    const store = openTrainingStore({ now: '2026-03-01' })
    const add = (on: string, name: string, owner: 'chen' | 'zhou' = 'chen') => {
      store.setNow(on)
      return register(store, owner, { name, grade: 'C', expected: '2026-06-30', plan: addDays(d(on), 9) })
    }
    add('2026-03-01', '甲')
    add('2026-03-03', '乙')
    const done = add('2026-03-04', '丙')
    add('2026-03-08', '丁')
    add('2026-03-09', '戊')
    add('2026-03-09', '己', 'zhou')
    add('2026-03-25', '庚')
    store.setNow('2026-03-05')
    reach(store, 'chen', done.opportunityId, { kind: 'ordered' })
    store.setNow('2026-04-03')
    const all = [
      ['丁', 4],
      ['戊', 5],
      ['乙', 0],
      ['甲', 0],
    ]
    expect(names(store, 'chen').rows).toEqual(all)
    expect(names(store, 'manager')).toMatchObject({ rows: all, thinIce: 2, dormant: 2 })
    expect(names(store, 'director').total).toBe(5)
    expect(names(store, 'director', { staffId: store.ids.zhou }).rows).toEqual([['己', 5]])
    expect(names(store, 'manager', { staffId: store.ids.zhou }).rows).toEqual([])
    expect(names(store, 'li').rows).toEqual([])
    const first = store.ok('chen', 'ownership.thinIce', { limit: 3 })
    expect(first.rows.map(({ customerName }) => customerName)).toEqual(['丁', '戊', '乙'])
    const rest = store.ok('chen', 'ownership.thinIce', { limit: 3, cursor: first.nextCursor })
    expect(rest.rows.map(({ customerName, dormant }) => [customerName, dormant])).toEqual([['甲', true]])
    expect(first.rows[0]).toMatchObject({ grade: 'C', model: '帕萨特', ownerName: '陈晓东' })
  })

  it('lists whom the rule says, whatever the dates', () => {
    const { store, customerId } = makeContested()
    const days = fc.integer({ min: -45, max: 0 }).map((n) => addDays(d('2026-04-15'), n))
    store.setNow('2026-04-15')
    fc.assert(
      fc.property(fc.option(days, { nil: null }), days, days, (lastEffectiveOn, ownerSince, openedOn) => {
        writeRows(
          store,
          'update customers set last_effective_on = ?, owner_since_on = ?, created_on = ? where customer_id = ?',
          lastEffectiveOn,
          ownerSince,
          openedOn,
          customerId,
        )
        const { thinIce, dormant } = protectionOf(
          { lastEffectiveOn, ownerSince, openedOn },
          presets.benyue,
          d('2026-04-15'),
        )
        expect(store.ok('chen', 'ownership.thinIce')).toMatchObject({
          thinIce: Number(thinIce),
          dormant: Number(dormant),
        })
      }),
      { numRuns: 150 },
    )
  })

  it('reads the book and the protection from their indexes alone', () => {
    const { store } = makeContested()
    const parameters = {
      ownerIds: JSON.stringify([store.ids.chen]),
      thinSince: '2026-03-01',
      dormantSince: '2026-02-01',
      limit: 10,
      offset: 0,
    }
    const plan = sqliteOf(store.application.store)
      .prepare<[typeof parameters], { detail: string }>(`explain query plan ${endingSql}`)
      .all(parameters)
      .map(({ detail }) => detail)
    expect(plan.join('\n')).toMatch(/SEARCH o USING COVERING INDEX opportunities_book/)
    expect(plan.join('\n')).toMatch(/SEARCH c USING COVERING INDEX customers_protection/)
    expect(plan.filter((detail) => /SCAN (o|c)\b/.test(detail))).toEqual([])
  })
})
