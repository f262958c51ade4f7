import { describe, expect, it } from 'vitest'
import { reachOf } from '#shared/access/permissions.ts'
import { declarations } from '#shared/contract/index.ts'
import { roles } from '#shared/domain/codes.ts'
import { asked, expectLawful, matrixOf, owners } from '#tests/support/reach-matrix.ts'
import { intake, openTrainingStore } from '#tests/support/training-store.ts'

/** Calls that name a row: what each of them is asked with, given somebody's customer. */
const aboutARow: Readonly<
  Record<string, (ids: { customerId: string; opportunityId: string; planId: string }) => unknown>
> = {
  'customers.get': ({ customerId }) => ({ customerId }),
  'customers.update': ({ customerId }) => ({ customerId, version: 1, customer: { area: '苏州' } }),
  'customers.linkRelative': ({ customerId }) => ({ customerId, relativeId: customerId, relation: 'spouse' }),
  'customers.unlinkRelative': ({ customerId }) => ({ customerId, relativeId: customerId }),
  'opportunities.add': ({ customerId }) => ({
    customerId,
    opportunity: intake().opportunity,
    plan: intake().plan,
  }),
  'opportunities.update': ({ opportunityId }) => ({
    opportunityId,
    version: 1,
    opportunity: { model: '途昂' },
  }),
  'opportunities.proposePlan': ({ opportunityId }) => ({ opportunityId }),
  'opportunities.deliver': ({ opportunityId }) => ({ opportunityId, on: '2026-03-02' }),
  'followUps.execute': ({ planId }) => ({
    planId,
    result: 'no_answer',
    channel: 'phone',
    next: { kind: 'plan', on: '2026-03-04', channel: 'phone', purpose: '' },
  }),
  'followUps.move': ({ planId }) => ({ planId, on: '2026-03-04', reason: '客户要求' }),
  'followUps.allowBeyondLimit': ({ opportunityId }) => ({
    opportunityId,
    on: '2026-03-20',
    reason: '客户出差',
  }),
  'losses.approve': ({ opportunityId }) => ({ opportunityId }),
  'losses.refuse': ({ opportunityId }) => ({ opportunityId }),
}

describe('rights are enforced where the data is (R-13.1, S2)', () => {
  it.each(
    declarations.flatMap(([path, declaration]) =>
      roles.map((role) => [role, path, declaration.access] as const),
    ),
  )('%s is answered %s by the role table alone', (role, path, access) => {
    if (access === 'public')
      return expect(declarations.find(([each]) => each === path)?.[1].access).toBe('public')
    const store = openTrainingStore()
    const answer = store.answer(asked[role], path, {})
    const denied = !answer.ok && answer.error.code === 'PERMISSION_DENIED'
    return expect(denied).toBe(reachOf(role, access) === undefined)
  })

  it.each(declarations.filter(([, { access }]) => access !== 'public').map(([path]) => path))(
    '%s needs a session',
    (path) => {
      const store = openTrainingStore()
      expect(store.answer(null, path, {})).toMatchObject({ ok: false, error: { code: 'NOT_SIGNED_IN' } })
    },
  )

  it('has a probe for every call that names a row', () => {
    const naming = declarations.filter(([path]) =>
      /^(customers\.(get|update|linkRelative|unlinkRelative)|opportunities|followUps\.(?!recordForAnother)|losses\.(approve|refuse))/.test(
        path,
      ),
    )
    expect(Object.keys(aboutARow).sort()).toEqual(naming.map(([path]) => path).sort())
  })

  it.each(matrixOf(Object.keys(aboutARow)))(
    '%s reaches by %s a customer of %s only where the table says so, and learns nothing else',
    (role, path, whose) => {
      const store = openTrainingStore()
      const made = store.ok(owners[whose], 'customers.register', intake())
      expectLawful(store.answer(asked[role], path, aboutARow[path]?.(made)), [role, path, whose])
    },
  )
})
