import { expect, test } from 'vitest'
import { standingOf, waitingInTurn, type Visit } from '../../../src/renderer/features/showroom/visit.ts'

const visit = (visitId: string, arrivedTime: string | null, change: Partial<Visit> = {}) =>
  ({
    visitId,
    arrivedTime,
    consultantId: null,
    withIntent: true,
    abilities: { handOver: true },
    ...change,
  }) as Visit

test('whoever waits longest is given to somebody first; who is received, wants nothing or cannot be given waits for nobody (R-11.3)', () => {
  const visits = [
    visit('late', '10:05'),
    visit('received', '09:00', { consultantId: 'chen' }),
    visit('no intent', '09:10', { withIntent: false }),
    visit('closed day', '09:20', { abilities: { handOver: false } as Visit['abilities'] }),
    visit('early', '09:30'),
  ]
  expect(waitingInTurn(visits).map(({ visitId }) => visitId)).toEqual(['early', 'late'])
})

test('who is with a visitor, low or passed over can be named; who is away or has work to clear would be refused (R-11.3, R-11.6)', () => {
  expect(standingOf({ hindrances: [] })).toBe('ready')
  for (const each of ['with_customer', 'low_conversion', 'skipped_by_hand'] as const)
    expect(standingOf({ hindrances: [each] })).toBe('byHand')
  for (const each of ['not_active', 'day_off', 'on_leave', 'suspended', 'not_clear'] as const)
    expect(standingOf({ hindrances: ['with_customer', each] })).toBe('refused')
})
