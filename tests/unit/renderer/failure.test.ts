import { ORPCError } from '@orpc/client'
import { describe, expect, it } from 'vitest'
import { asFailure, isAnswered, problemsByField } from '../../../src/renderer/api/failure.ts'

describe('what a call threw', () => {
  it('is the refusal of the application where there is one', () => {
    const refusal = { code: 'STORE_FULL', message: 'full' }
    const failure = asFailure(new ORPCError('REFUSED', { defined: true, data: refusal }))
    expect(failure).toEqual(refusal)
    expect(isAnswered(failure)).toBe(true)
  })
  it.each([[new Error('AbortError')], [new ORPCError('INTERNAL_SERVER_ERROR')], ['closed']])(
    'is no answer otherwise: %s',
    (error) => {
      const failure = asFailure(error)
      expect(failure.code).toBe('NO_ANSWER')
      expect(isAnswered(failure)).toBe(false)
    },
  )
})

describe('problems by field', () => {
  const problems = problemsByField({
    code: 'VALIDATION_FAILED',
    message: '',
    issues: [
      { field: 'admin.name', code: 'required' },
      { field: 'name', code: 'too_long', data: { max: 100 } },
      { field: 'next.on', code: 'not_a_date' },
    ],
    reasons: [{ code: 'plan_beyond_limit', data: { field: 'next.on', limit: '2026-03-05' } }],
  })
  it('are found by the path of the contract', () => {
    expect(problems.get('admin.name')).toEqual({ issue: { field: 'admin.name', code: 'required' } })
  })
  it('are found by the last part of it', () => {
    expect(problems.get('on')).toEqual({ issue: { field: 'next.on', code: 'not_a_date' } })
  })
  it('give a full path before the last part of another', () => {
    expect(problems.get('name')).toEqual({ issue: { field: 'name', code: 'too_long', data: { max: 100 } } })
  })
  it('have nothing for a success', () => {
    expect(problemsByField(null).size).toBe(0)
  })
})
