import { describe, expect, it } from 'vitest'
import type { Role } from '#shared/domain/codes.ts'
import { register } from '#tests/support/book.ts'
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
  'instructions.add': 'instruction.give',
  'instructions.see': 'instruction.answer',
  'instructions.answer': 'instruction.answer',
  'instructions.close': 'instruction.give',
} as const
type Call = keyof typeof calls

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
  return store.answer(asked[role], call, input[call])
}

describe('instructions are within reach where the role table says so (R-13.1)', () => {
  it.each(Object.entries(calls))('%s asks for %s', (call, permission) => {
    expect(accessOf(call)).toBe(permission)
  })

  it.each(matrixOf(Object.keys(calls) as Call[]))('%s by %s one of %s', (role, call, whose) => {
    expectDoneByLaw(ask(role, call, whose), [role, call, whose])
  })
})
