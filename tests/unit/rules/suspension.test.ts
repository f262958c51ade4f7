import { describe, expect, test } from 'vitest'
import { checkSuspensionDecision, type SuspensionDecision } from '#main/rules/suspension.ts'
import type { SuspensionStatus } from '#shared/domain/codes.ts'
import { asBusinessDate as d } from '#shared/time/business-date.ts'

const today = d('2026-03-10')
const suspend = (from: string | null, until: string | null): SuspensionDecision => ({
  decision: 'suspend',
  from: from === null ? null : d(from),
  until: until === null ? null : d(until),
  note: null,
})
const lower = (note: string | null): SuspensionDecision => ({
  decision: 'lower',
  from: null,
  until: null,
  note,
})

describe('the decision on a suspension for study (R-8.5)', () => {
  test.each<[string, SuspensionDecision, string[]]>([
    ['from today for one day', suspend('2026-03-10', '2026-03-10'), []],
    ['from tomorrow', suspend('2026-03-11', '2026-03-13'), []],
    ['from yesterday', suspend('2026-03-09', '2026-03-13'), ['from suspension_before_today']],
    ['to a day before the first', suspend('2026-03-11', '2026-03-10'), ['until suspension_ends_before']],
    [
      'without dates',
      suspend(null, null),
      ['from suspension_date_required', 'until suspension_date_required'],
    ],
    ['without an end', suspend('2026-03-11', null), ['until suspension_date_required']],
    [
      'from yesterday to a day before it',
      suspend('2026-03-09', '2026-03-08'),
      ['from suspension_before_today', 'until suspension_ends_before'],
    ],
    ['lowered with a reason', lower('首次，态度诚恳'), []],
    ['lowered without a reason', lower(null), ['note suspension_lowered_needs_note']],
  ])('%s', (_name, decision, expected) => {
    const found = checkSuspensionDecision('proposed', decision, today)
    expect(found.map(({ code, data }) => `${String(data['field'])} ${code}`)).toEqual(expected)
  })

  test.each<SuspensionStatus>(['decided', 'lowered', 'dropped'])(
    'one that is %s is not decided again',
    (status) => {
      const found = checkSuspensionDecision(status, suspend('2026-03-11', '2026-03-13'), today)
      expect(found.map(({ code }) => code)).toEqual(['suspension_not_proposed'])
    },
  )
})
