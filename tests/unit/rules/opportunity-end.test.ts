import { describe, expect, it, test } from 'vitest'
import { checkDelivery, checkLossDecision, planAfterRefusedLoss } from '#main/rules/opportunity-end.ts'
import { opportunityStatuses } from '#shared/domain/codes.ts'
import { asBusinessDate as d } from '#shared/time/business-date.ts'
import { makeStoreCalendar, makeWorkCalendar } from '#shared/time/store-calendar.ts'

const codes = (reasons: readonly { code: string }[]) => reasons.map(({ code }) => code)

describe('a loss and its decision (R-4.11)', () => {
  test.each(opportunityStatuses)('can be decided when %s: only when it waits', (status) => {
    expect(codes(checkLossDecision(status))).toEqual(status === 'lost_waiting' ? [] : ['loss_not_waiting'])
  })

  it('refused, reopens with a plan for the next working day', () => {
    const calendar = makeWorkCalendar(makeStoreCalendar([d('2026-03-09')]), {
      restWeekdays: [6, 7],
      leaves: [],
    })
    expect(planAfterRefusedLoss(calendar, d('2026-03-05')).on).toBe('2026-03-06')
    expect(planAfterRefusedLoss(calendar, d('2026-03-06')).on).toBe('2026-03-10')
  })
})

describe('delivery (R-4.3)', () => {
  const today = d('2026-03-05')
  const check = (status: (typeof opportunityStatuses)[number], on: string) =>
    codes(checkDelivery({ status, deliveredOn: d(on) }, today))

  it('follows an order, today or before', () => {
    expect(check('ordered', '2026-03-05')).toEqual([])
    expect(check('ordered', '2026-03-06')).toEqual(['delivery_in_future'])
  })

  test.each(opportunityStatuses.filter((status) => status !== 'ordered'))('is refused when %s', (status) => {
    expect(check(status, '2026-03-05')).toEqual(['delivery_needs_order'])
  })
})
