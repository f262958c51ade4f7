import { describe, expect, test } from 'vitest'
import { reachOf } from '#shared/access/permissions.ts'
import type { Role } from '#shared/domain/codes.ts'
import { makeProposal, makeReport } from '#tests/support/occasions.ts'
import { openTrainingStore, type PersonName } from '#tests/support/training-store.ts'

const asked: Readonly<Record<Role, PersonName>> = {
  front_desk: 'desk',
  consultant: 'chen',
  manager: 'manager',
  director: 'director',
  admin: 'admin',
}
const owners = { own: 'chen', team: 'li', other: 'zhou' } as const
const calls = {
  'rectifications.get': 'rectification.read',
  'rectifications.write': 'rectification.write',
  'rectifications.review': 'rectification.review',
  'suspensions.decide': 'suspension.decide',
} as const
type Call = keyof typeof calls
type Whose = keyof typeof owners

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
  const answer = store.answer(asked[role], call, input[call])
  return answer.ok ? 'ok' : answer.error.code
}

const reaches = (role: Role, call: Call, whose: Whose): boolean => {
  const reach = reachOf(role, calls[call])
  if (reach === 'store') return true
  return reach === 'team' ? whose !== 'other' : reach === 'own' && whose === 'own'
}

describe('reports and suspensions are within reach where the role table says so (R-13.1)', () => {
  test.each(
    (Object.keys(calls) as Call[]).flatMap((call) =>
      (Object.keys(asked) as Role[]).flatMap((role) =>
        (Object.keys(owners) as Whose[]).map((whose) => [role, call, whose] as const),
      ),
    ),
  )('%s by %s one of %s', (role, call, whose) => {
    const expected = reaches(role, call, whose)
      ? 'ok'
      : reachOf(role, calls[call]) === undefined
        ? 'PERMISSION_DENIED'
        : 'NOT_FOUND'
    expect(ask(role, call, whose)).toBe(expected)
  })
})
