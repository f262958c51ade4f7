import { describe, expect, it } from 'vitest'
import { reachOf } from '#shared/access/permissions.ts'
import { roles, type Role } from '#shared/domain/codes.ts'
import { planOn, reach, register, writeRows } from '#tests/support/book.ts'
import { callFor, phoneOf } from '#tests/support/books/contested.ts'
import { accessOf, asked, codeOf } from '#tests/support/reach-matrix.ts'
import { openTrainingStore } from '#tests/support/training-store.ts'

/** Whose claim on whose customer; chen and li are of `manager`, zhou is not. `stranger` is of no team. */
const sides = [
  ['chen', 'zhou'],
  ['li', 'zhou'],
  ['zhou', 'chen'],
  ['zhou', 'li'],
  ['zhou', 'stranger'],
] as const
type Side = (typeof sides)[number]

/** A customer of the owner, called by the claimant since he fell dormant, and the claim unless it is to be filed. */
function makeClaim([claimant, owner]: Side) {
  const store = openTrainingStore()
  const keeper = owner === 'stranger' ? 'li' : owner
  const made = register(store, keeper, { grade: 'C', expected: '2026-06-30', plan: '2026-03-02' })
  reach(store, keeper, made.opportunityId, planOn('2026-04-01'))
  const phone = phoneOf(store, made.customerId)
  if (owner === 'stranger') {
    const { staffId } = store.ok('admin', 'staff.add', { name: '吴迪', login: 'wu', role: 'consultant' })
    for (const table of ['customers', 'opportunities', 'owners'])
      writeRows(store, `update ${table} set owner_id = ? where customer_id = ?`, staffId, made.customerId)
    writeRows(store, 'update plans set assignee_id = ? where customer_id = ?', staffId, made.customerId)
  }
  store.setNow('2026-04-02')
  const { followUpId } = callFor(store, claimant, phone)
  const { customerId } = made
  const file = () =>
    store.ok(claimant, 'claims.file', { customerId, followUpId, statement: '客户愿意由我跟进' }).claimId
  return { store, customerId, followUpId, file }
}

const inputs: Readonly<Record<string, (claimId: string) => unknown>> = {
  'claims.get': (claimId) => ({ claimId }),
  'claims.answer': (claimId) => ({ claimId, text: '3 月 28 日微信联系过' }),
  'claims.withdraw': (claimId) => ({ claimId }),
  'claims.decide': (claimId) => ({
    claimId,
    decision: 'refuse',
    reason: '归属顾问有证据',
    withoutRecording: true,
  }),
}

/** Who may, by the law: both sides and their managers read, the owner answers, the claimant withdraws, a director decides. */
function may(role: Role, path: string, [claimant, owner]: Side): boolean {
  if (path === 'claims.withdraw') return role === 'consultant' && claimant === 'chen'
  if (path === 'claims.answer') return role === 'consultant' && owner === 'chen'
  if (role === 'director') return true
  const team: readonly string[] = role === 'manager' ? ['chen', 'li'] : ['chen']
  return team.includes(claimant) || team.includes(owner)
}

describe('a claim is reached from its two sides only (R-13.1, R-13.2)', () => {
  it.each(
    Object.keys(inputs).flatMap((path) =>
      roles.flatMap((role) => sides.map((side) => [role, path, side] as const)),
    ),
  )('%s by %s, claimant and owner %s', (role, path, side) => {
    const { store, file } = makeClaim(side)
    const denied = reachOf(role, accessOf(path)) === undefined
    const expected = denied ? 'PERMISSION_DENIED' : may(role, path, side) ? 'ok' : 'NOT_FOUND'
    expect(codeOf(store.answer(asked[role], path, inputs[path]?.(file())))).toBe(expected)
  })

  it.each(roles.flatMap((role) => sides.map((side) => [role, side] as const)))(
    '%s files by the contact of %s only where it is his own',
    (role, side) => {
      const { store, customerId, followUpId } = makeClaim(side)
      const answer = store.answer(asked[role], 'claims.file', { customerId, followUpId, statement: '请裁定' })
      const expected = role !== 'consultant' ? 'PERMISSION_DENIED' : side[0] === 'chen' ? 'ok' : 'NOT_FOUND'
      expect(codeOf(answer)).toBe(expected)
    },
  )

  it.each(roles.flatMap((role) => (['chen', 'li', 'zhou'] as const).map((owner) => [role, owner] as const)))(
    '%s lists the thin ice of %s within his reach',
    (role, owner) => {
      const store = openTrainingStore()
      register(store, owner, { grade: 'C', expected: '2026-06-30', plan: '2026-03-02' })
      store.setNow('2026-03-30')
      const answer = store.answer(asked[role], 'ownership.thinIce', { staffId: store.ids[owner] })
      if (role === 'front_desk' || role === 'admin')
        return expect(answer).toMatchObject({ ok: false, error: { code: 'PERMISSION_DENIED' } })
      const sees = role === 'director' || owner === 'chen' || (role === 'manager' && owner === 'li') ? 1 : 0
      return expect(answer).toMatchObject({ ok: true, value: { total: sees, thinIce: sees } })
    },
  )
})
