import type { Ladder, Policy } from './policy.ts'
import type { Report } from './policy-problem.ts'
import { base } from './presets/base.ts'

/** What is shown needs words in both languages: each reads the store in his own. */
export const checkLabel = (
  at: string,
  label: { readonly zh: string; readonly en: string },
  report: Report,
) => {
  if (label.zh.trim() === '') report(`${at}.zh`, 'label_missing')
  if (label.en.trim() === '') report(`${at}.en`, 'label_missing')
}

const checkLadder = (at: string, ladder: Ladder, kinds: readonly string[], report: Report) => {
  checkLabel(`${at}.label`, ladder.label, report)
  // Which violations a ladder takes is the rule book's, not the owner's: its episodes depend on it.
  if (
    ladder.kinds.length !== kinds.length ||
    kinds.some((kind) => !ladder.kinds.some((each) => each === kind))
  )
    report(`${at}.kinds`, 'ladder_kinds_changed')
  if (ladder.firstAmount < 0) report(`${at}.firstAmount`, 'amount_negative')
  if (ladder.factor < 1) report(`${at}.factor`, 'factor_below_one', { factor: ladder.factor })
  for (const name of ['reportFromOccasion', 'suspensionFromOccasion'] as const) {
    const occasion = ladder[name]
    if (occasion !== null && occasion < 1) report(`${at}.${name}`, 'occasion_below_one', { occasion })
  }
}

/** … What keeps the ladders 考核阶梯 of a policy from working. */
export const checkPenalties = ({ penalties }: Policy, report: Report) => {
  for (const name of ['overdue', 'postponement', 'frequency'] as const)
    checkLadder(
      `penalties.ladders.${name}`,
      penalties.ladders[name],
      base.penalties.ladders[name].kinds,
      report,
    )
  const { managerSharePercent: percent, monthlyCapFen: cap } = penalties
  if (percent < 0 || percent > 100)
    report('penalties.managerSharePercent', 'percent_out_of_range', { percent })
  if (cap !== null && cap < 0) report('penalties.monthlyCapFen', 'cap_negative')
}
