import type { Policy, Thresholds } from './policy.ts'
import type { Report } from './policy-problem.ts'

/**
 * Ten years: longer than any purchase, leave or undo. Far beyond it a limit is no date any more, and every list of
 * the store that shows one would fail.
 */
const longestDays = 3_650
const longestMs = longestDays * 24 * 3_600_000

const largest = (name: keyof Thresholds) => (name.endsWith('Ms') ? longestMs : longestDays)

/** Numbers of days and counts that no store can live to see. */
export const checkSizes = (
  { grades, thresholds, openingSequence, leadShowroomDays }: Policy,
  report: Report,
) => {
  const check = (at: string, value: number | null, max: number) => {
    if (value !== null && value > max) report(at, 'number_too_large', { value, max })
  }
  grades.forEach(({ closeWithinDays, revisitEveryDays }, index) => {
    check(`grades.${index}.closeWithinDays`, closeWithinDays, longestDays)
    check(`grades.${index}.revisitEveryDays`, revisitEveryDays, longestDays)
  })
  for (const name of Object.keys(thresholds) as (keyof Thresholds)[])
    check(`thresholds.${name}`, thresholds[name], largest(name))
  for (const [grade, days] of Object.entries(leadShowroomDays))
    check(`leadShowroomDays.${grade}`, days, longestDays)
  openingSequence?.days.forEach((day, index) => check(`openingSequence.days.${index}`, day, longestDays))
}
