import { describe, expect, it, test } from 'vitest'
import {
  checkInstructionAnswer,
  checkInstructionClose,
  checkInstructionOwner,
  instructionStatusOf,
} from '#main/rules/instruction-loop.ts'

const given = { seenAt: null, answeredAt: null, closedAt: null }
const seen = { ...given, seenAt: 1 }
const answered = { ...seen, answeredAt: 2 }
const closed = { ...answered, closedAt: 3 }
const codes = (reasons: readonly { code: string }[]) => reasons.map(({ code }) => code)

describe('the loop of an instruction (R-9.5)', () => {
  test.each([
    ['given', given, [], ['instruction_not_answered']],
    ['seen', seen, [], ['instruction_not_answered']],
    ['answered', answered, [], []],
    ['answered', { ...answered, seenAt: null }, [], []],
    ['closed', closed, ['instruction_closed'], ['instruction_closed']],
  ])('stands at %s: %j', (status, loop, answer, close) => {
    expect(instructionStatusOf(loop)).toBe(status)
    expect(codes(checkInstructionAnswer(loop))).toEqual(answer)
    expect(codes(checkInstructionClose(loop))).toEqual(close)
  })

  it('counts a moment of zero as a moment', () => {
    expect(instructionStatusOf({ ...given, seenAt: 0 })).toBe('seen')
  })

  test.each([
    [{ role: 'consultant', status: 'active' }, true],
    [{ role: 'consultant', status: 'suspended' }, true],
    [{ role: 'consultant', status: 'resigned' }, false],
    [{ role: 'manager', status: 'active' }, false],
    [undefined, false],
  ])('goes to an owner %j: %s', (owner, may) => {
    const reasons = checkInstructionOwner(owner)
    expect(reasons).toHaveLength(may ? 0 : 1)
    if (!may) expect(reasons[0]).toEqual({ code: 'instruction_needs_owner', data: { field: 'customerId' } })
  })
})
