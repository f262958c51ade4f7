import { describe, expect, it, test } from 'vitest'
import { gradeForDate } from '#main/rules/grade-for-date.ts'
import { gradeWindows } from '#main/rules/grade-windows.ts'
import { presetNames, presets } from '#shared/policy/presets/index.ts'
import { addDays, asBusinessDate as d, eachDate } from '#shared/time/business-date.ts'

const today = d('2026-03-02')

describe('the windows of the grades (R-3.8, R-3.9)', () => {
  it('follow each other without a gap', () => {
    expect(gradeWindows(presets.benyue, today)).toEqual([
      { grade: 'H', from: '2026-03-02', until: '2026-03-09' },
      { grade: 'A', from: '2026-03-10', until: '2026-03-17' },
      { grade: 'B', from: '2026-03-18', until: '2026-04-01' },
      { grade: 'C', from: '2026-04-02', until: null },
    ])
  })

  test.each(presetNames)('under %s hold each date in the grade it belongs to', (name) => {
    const windows = gradeWindows(presets[name], today)
    for (const date of eachDate(today, addDays(today, 120))) {
      const within = windows.filter(({ from, until }) => from <= date && (until === null || date <= until))
      expect(within.map(({ grade }) => grade)).toEqual(
        [gradeForDate(date, presets[name], today)].filter((grade) => grade !== undefined),
      )
    }
  })
})
