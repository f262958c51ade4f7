import { describe, expect, it } from 'vitest'
import { fileClaim, makeContested } from '#tests/support/books/contested.ts'
import { apply, book, codes, sound } from '#tests/support/books/reassigning.ts'
import type { PersonName, TrainingStore } from '#tests/support/training-store.ts'

/** 王伟 of 陈晓东 is dormant, and `who` has filed a claim on him. */
function claimed(who: readonly PersonName[]) {
  const contested = makeContested()
  const { store } = contested
  store.setNow('2026-04-02')
  const claims = who.map((each) => fileClaim(store, each, contested).claimId)
  return { ...contested, claims }
}
const claimOf = (store: TrainingStore, who: PersonName, claimId = '') =>
  store.ok(who, 'claims.get', { claimId })

describe('a claim whose customer goes to somebody else meanwhile (R-5.3)', () => {
  it('is overtaken, and its claimant reads why and by whom', () => {
    const { store, customerId, claims } = claimed(['zhou'])
    apply(store)
    const claim = claimOf(store, 'zhou', claims[0])
    expect(claim).toMatchObject({
      status: 'overtaken',
      decidedBy: '高总监',
      decisionReason: '裁定之前，客户已转给 李雪：所依据的休眠不再成立，未作裁定',
      abilities: { answer: false, decide: false, withdraw: false },
      notes: [],
    })
    for (const [who, call, rest] of [
      ['director', 'claims.decide', { decision: 'approve', reason: '是', withoutRecording: true }],
      ['zhou', 'claims.withdraw', {}],
      ['li', 'claims.answer', { text: '是我的客户' }],
    ] as const)
      expect(store.answer(who, call, { claimId: claim.claimId, ...rest })).toMatchObject({
        ok: false,
        error: { reasons: [{ code: 'claim_not_open' }] },
      })
    // It waits for nobody any more: neither in the list nor on the check of the day.
    expect(store.ok('director', 'claims.list', { open: true }).total).toBe(0)
    expect(store.ok('director', 'claims.list', { status: 'overtaken' }).total).toBe(1)
    expect(store.ok('director', 'claims.list', { status: 'withdrawn' }).total).toBe(0)
    const { attention = [] } = store.ok('director', 'dailyCheck.get', { on: '2026-04-02' })
    expect(attention.filter(({ kind }) => kind === 'claim_open')).toEqual([])
    const phone = store.ok('li', 'customers.get', { customerId }).customer.mobile ?? ''
    expect(store.ok('director', 'ownership.verdict', { phone }).claims).toMatchObject([
      { status: 'overtaken' },
    ])
    // The new owner's protection has begun: a further claim is refused with its date.
    const again = store.refused('zhou', 'claims.file', {
      customerId,
      followUpId: claim.followUp.followUpId,
      statement: '再提',
    })
    expect(codes(again)).toContain('claim_customer_protected')
    sound(store)
  })

  it('is overtaken also where the claimant himself gets him, and says so', () => {
    const { store, claims } = claimed(['li', 'zhou'])
    apply(store)
    expect(claimOf(store, 'li', claims[0])).toMatchObject({
      status: 'overtaken',
      decisionReason: '裁定之前，客户已转给申请人本人，不需要再裁定',
    })
    expect(claimOf(store, 'zhou', claims[1]).decisionReason).toContain('李雪')
    sound(store)
  })

  it('waits again as it stood when the reassignment is undone (R-7.5)', () => {
    const { store, claims } = claimed(['zhou', 'li'])
    const [claimId = ''] = claims
    store.ok('chen', 'claims.answer', { claimId, text: '3 月 28 日微信联系过' })
    store.ok('li', 'claims.withdraw', { claimId: claims[1] ?? '' })
    const before = { book: book(store), claim: claimOf(store, 'zhou', claimId) }
    expect(before.claim.status).toBe('answered')
    const { reassignmentId } = apply(store)
    store.ok('director', 'reassignments.undo', { reassignmentId, reason: '弄错了' })
    expect({ book: book(store), claim: claimOf(store, 'zhou', claimId) }).toEqual(before)
    // What its claimant had taken back himself stays taken back.
    expect(claimOf(store, 'li', claims[1]).status).toBe('withdrawn')
    store.ok('director', 'claims.decide', {
      claimId,
      decision: 'refuse',
      reason: '有效跟踪在先',
      withoutRecording: true,
    })
    sound(store)
  })

  it('is decided, and not overtaken, where the director approves it', () => {
    const { store, claims } = claimed(['li', 'zhou'])
    const [claimId = ''] = claims
    store.ok('director', 'claims.decide', {
      claimId,
      decision: 'approve',
      reason: '客户确认',
      withoutRecording: true,
    })
    expect(claims.map((each) => claimOf(store, 'director', each).status)).toEqual(['approved', 'refused'])
    sound(store)
  })
})
