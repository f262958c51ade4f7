import { describe, expect, test } from 'vitest'
import { reachOf } from '#shared/access/permissions.ts'
import type { Role } from '#shared/domain/codes.ts'
import { register } from '#tests/support/book.ts'
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
  'instructions.add': 'instruction.give',
  'instructions.see': 'instruction.answer',
  'instructions.answer': 'instruction.answer',
  'instructions.close': 'instruction.give',
} as const
type Call = keyof typeof calls
type Whose = keyof typeof owners

/** An instruction that the director gave to an owner, answered where it is to be closed. */
function ask(role: Role, call: Call, whose: Whose) {
  const store = openTrainingStore()
  const owner = owners[whose]
  const { customerId } = register(store, owner, { grade: 'A', expected: '2026-03-16', plan: '2026-03-06' })
  const { instructionId } = store.ok('director', 'instructions.add', { customerId, text: '请处理' })
  if (call === 'instructions.close') store.ok(owner, 'instructions.answer', { instructionId, text: '已处理' })
  const input: Readonly<Record<Call, unknown>> = {
    'instructions.add': { customerId, text: '再看一次' },
    'instructions.see': { instructionIds: [instructionId] },
    'instructions.answer': { instructionId, text: '已处理' },
    'instructions.close': { instructionId },
  }
  const answer = store.answer(asked[role], call, input[call])
  return answer.ok ? 'ok' : answer.error.code
}

const reaches = (role: Role, call: Call, whose: Whose): boolean => {
  const reach = reachOf(role, calls[call])
  if (reach === 'store') return true
  return reach === 'team' ? whose !== 'other' : reach === 'own' && whose === 'own'
}

describe('instructions are within reach where the role table says so (R-13.1)', () => {
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
