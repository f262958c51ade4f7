import { describe, expect, it } from 'vitest'
import { checkClose, checkCountersign } from '#main/rules/visit-day.ts'
import { asBusinessDate as d } from '#shared/time/business-date.ts'

const on = d('2026-03-02')
const open = { closedBy: null, countersigned: false, here: 0 }
const closed = { closedBy: 'desk', countersigned: false, here: 0 }
const codes = (reasons: readonly { code: string }[]) => reasons.map(({ code }) => code)

describe('the signatures of a day of the register (R-11.1)', () => {
  it.each([
    ['an open day', open, '2026-03-02', []],
    ['an open day that is over', open, '2026-03-09', []],
    ['a day to come', open, '2026-03-01', ['register_day_ahead']],
    ['a day with somebody still here', { ...open, here: 1 }, '2026-03-02', ['visitors_still_here']],
    ['a signed day', closed, '2026-03-02', ['register_day_closed']],
  ])('the desk signs %s', (_what, state, today, expected) => {
    expect(codes(checkClose(on, state, d(today)))).toEqual(expected)
  })

  it.each([
    ['an open day', open, 'manager', ['register_not_closed']],
    ['a signed day', closed, 'manager', []],
    ['what he signed himself', closed, 'desk', ['countersigns_himself']],
    ['a day twice', { ...closed, countersigned: true }, 'manager', ['register_countersigned']],
  ])('a manager countersigns %s', (_what, state, who, expected) => {
    expect(codes(checkCountersign(on, state, who))).toEqual(expected)
  })
})
