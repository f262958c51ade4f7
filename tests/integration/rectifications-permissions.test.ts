import { describe, expect, it } from 'vitest'
import type { Role } from '#shared/domain/codes.ts'
import { makeProposal, makeReport } from '#tests/support/books/occasions.ts'
import {
  accessOf,
  asked,
  expectDoneByLaw,
  matrixOf,
  owners,
  type Whose,
} from '#tests/support/reach-matrix.ts'
import { openTrainingStore } from '#tests/support/training-store.ts'

/** The calls that name a row, and the permission of each by the law. */
const calls = {
  'rectifications.get': 'rectification.read',
  'rectifications.write': 'rectification.write',
  'rectifications.review': 'rectification.review',
  'suspensions.decide': 'suspension.decide',
} as const
type Call = keyof typeof calls

/** A report of an owner, written where it is to be reviewed, and a proposal of his suspension. */
function ask(role: Role, call: Call, whose: Whose) {
  const store = openTrainingStore({ now: '2026-03-10' })
  const owner = owners[whose]
  const rectificationId = makeReport(store, owner, '2026-03-09', '2026-03-12')
  const suspensionId = makeProposal(store, owner, '2026-03-08', '2026-03-10')
  const text = { cause: '漏看', measures: '每天核对', deadlineOn: '2026-03-20' }
  if (call === 'rectifications.review') store.ok(owner, 'rectifications.write', { rectificationId, ...text })
  const input: Readonly<Record<Call, unknown>> = {
    'rectifications.get': { rectificationId },
    'rectifications.write': { rectificationId, ...text },
    'rectifications.review': { rectificationId, decision: 'accept' },
    'suspensions.decide': { suspensionId, decision: 'suspend', from: '2026-03-11', until: '2026-03-12' },
  }
  return store.answer(asked[role], call, input[call])
}

describe('reports and suspensions are within reach where the role table says so (R-13.1)', () => {
  it.each(Object.entries(calls))('%s asks for %s', (call, permission) => {
    expect(accessOf(call)).toBe(permission)
  })

  it.each(matrixOf(Object.keys(calls) as Call[]))('%s by %s one of %s', (role, call, whose) => {
    expectDoneByLaw(ask(role, call, whose), [role, call, whose])
  })
})
