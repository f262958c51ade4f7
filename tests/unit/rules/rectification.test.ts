import { describe, expect, it, test } from 'vitest'
import {
  checkReportReviewed,
  checkReportWritten,
  isReportMissing,
  reportDueOn,
  reportStoodOn,
} from '#main/rules/rectification.ts'
import type { RectificationStatus } from '#shared/domain/codes.ts'
import { presets } from '#shared/policy/presets/index.ts'
import { asBusinessDate as d } from '#shared/time/business-date.ts'
import { makeStoreCalendar } from '#shared/time/store-calendar.ts'

const codes = (reasons: readonly { code: string }[]) => reasons.map(({ code }) => code)

describe('the rectification report (R-8.9)', () => {
  test.each([
    ['2026-03-02', [], '2026-03-05'],
    ['2026-03-02', ['2026-03-05'], '2026-03-06'],
    ['2026-03-02', ['2026-03-05', '2026-03-06'], '2026-03-07'],
    // Closed dates before it do not make it longer.
    ['2026-03-02', ['2026-03-03', '2026-03-04'], '2026-03-05'],
    ['2026-02-26', [], '2026-03-01'],
  ])('approved on %s with %j closed it is due by %s', (approvedOn, closed, due) => {
    const calendar = makeStoreCalendar(closed.map(d))
    expect(reportDueOn(d(approvedOn), presets.benyue, calendar)).toBe(due)
  })

  test.each<[RectificationStatus, string, boolean]>([
    ['due', '2026-03-04', false],
    ['due', '2026-03-05', false],
    ['due', '2026-03-06', true],
    ['returned', '2026-03-05', false],
    ['returned', '2026-03-06', true],
    ['written', '2026-03-06', false],
    ['accepted', '2026-03-06', false],
    ['dropped', '2026-03-06', false],
  ])('due by 03-05 and %s, on %s missing is %s', (status, on, missing) => {
    expect(isReportMissing({ status, dueOn: d('2026-03-05') }, d(on))).toBe(missing)
  })

  test.each<[RectificationStatus, string, string[]]>([
    ['due', '2026-03-10', []],
    ['returned', '2026-03-10', []],
    ['due', '2026-03-09', ['report_deadline_before_today']],
    ['written', '2026-03-20', ['report_not_to_write']],
    ['accepted', '2026-03-20', ['report_not_to_write']],
    ['dropped', '2026-03-20', ['report_not_to_write']],
  ])(
    'on 03-10 a report that is %s with the deadline %s is refused for %j',
    (status, deadlineOn, expected) => {
      expect(codes(checkReportWritten(status, { deadlineOn: d(deadlineOn) }, d('2026-03-10')))).toEqual(
        expected,
      )
    },
  )

  test.each<[RectificationStatus, 'accept' | 'return', string | null, string[]]>([
    ['written', 'accept', null, []],
    ['written', 'return', '原因太笼统', []],
    ['written', 'return', null, ['report_return_needs_note']],
    ['due', 'accept', null, ['report_not_to_review']],
    ['returned', 'return', '再改', ['report_not_to_review']],
    ['accepted', 'return', '再改', ['report_not_to_review']],
  ])(
    'a report that is %s may be reviewed by %s with the note %s, but for %j',
    (status, decision, note, expected) => {
      expect(codes(checkReportReviewed(status, { decision, note }))).toEqual(expected)
    },
  )

  describe('at the end of a date that has passed', () => {
    // The date ends at 100; the report was due the day before it.
    const stood = (status: RectificationStatus, writtenAt: number | null, reviewedAt: number | null) =>
      reportStoodOn({ status, dueOn: d('2026-03-05'), writtenAt, reviewedAt }, d('2026-03-06'), 100)
    test.each<[RectificationStatus, number | null, number | null, string]>([
      ['due', null, null, 'missing'],
      ['written', 99, null, 'to_review'],
      ['written', 100, null, 'missing'],
      ['accepted', 50, 99, 'other'],
      ['accepted', 50, 100, 'to_review'],
      ['accepted', 120, 130, 'missing'],
      ['returned', 50, 60, 'missing'],
      ['returned', 50, 100, 'to_review'],
      // Returned at 60, written again at 70: it waits again.
      ['written', 70, 60, 'to_review'],
      ['dropped', 50, 60, 'other'],
    ])(
      'what is %s, written at %s and reviewed at %s, stood as %s',
      (status, writtenAt, reviewedAt, expected) => {
        expect(stood(status, writtenAt, reviewedAt)).toBe(expected)
      },
    )

    it('is not missing before its date has passed', () => {
      const due = { status: 'due', dueOn: d('2026-03-06'), writtenAt: null, reviewedAt: null } as const
      expect(reportStoodOn(due, d('2026-03-06'), 100)).toBe('other')
      expect(reportStoodOn(due, d('2026-03-07'), 200)).toBe('missing')
    })
  })
})
