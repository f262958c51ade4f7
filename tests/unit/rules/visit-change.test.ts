import { describe, expect, it } from 'vitest'
import { checkVisitChange } from '#main/rules/visit-change.ts'
import { asBusinessDate as d } from '#shared/time/business-date.ts'

const visitedOn = d('2026-03-02')
const open = { visitedOn, signed: false, supervises: false, reason: undefined }

describe('who changes the facts of a line, and until when (R-11.7)', () => {
  it.each([
    ['the desk on the day', open, '2026-03-02', []],
    ['a manager on the day, without a reason', { ...open, supervises: true }, '2026-03-02', []],
    ['the desk on the next day', open, '2026-03-03', ['visit_day_over']],
    [
      'a manager on the next day without a reason',
      { ...open, supervises: true },
      '2026-03-03',
      ['reason_required'],
    ],
    [
      'a manager on the next day with blanks',
      { ...open, supervises: true, reason: ' ' },
      '2026-03-03',
      ['reason_required'],
    ],
    [
      'a manager on the next day with a reason',
      { ...open, supervises: true, reason: '漏记' },
      '2026-03-03',
      [],
    ],
    ['the desk after it has signed', { ...open, signed: true }, '2026-03-02', ['register_day_closed']],
    [
      'a manager after the desk has signed',
      { ...open, signed: true, supervises: true, reason: '漏记' },
      '2026-03-03',
      ['register_day_closed'],
    ],
  ])('%s', (_who, change, today, codes) => {
    expect(checkVisitChange(change, d(today)).map(({ code }) => code)).toEqual(codes)
  })
})
