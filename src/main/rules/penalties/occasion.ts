import type { Policy } from '#shared/policy/policy.ts'
import { compareDates, type BusinessDate } from '#shared/time/business-date.ts'
import { resetPeriodOf } from './ladder.ts'
import type { LedgerFact } from './penalty-facts.ts'

export interface Occasion {
  readonly number: number
  /** The dates it counts, oldest first. */
  readonly counted: readonly BusinessDate[]
  /** An approved entry of the same date gave it its number. */
  readonly shared: boolean
}

/**
 * The number of an occasion 第几次: that of a standing entry of the same date, else one more than the distinct
 * earlier dates that stand in the same span of the reset. Dates approved before it that lie after it are not counted.
 */
export function occasionOf(
  standing: readonly Pick<LedgerFact, 'on' | 'occasion'>[],
  on: BusinessDate,
  { penalties }: Policy,
): Occasion {
  const period = resetPeriodOf(penalties.reset, on)
  const counted = [
    ...new Set(
      standing
        .filter((each) => each.on < on && resetPeriodOf(penalties.reset, each.on) === period)
        .map((each) => each.on),
    ),
  ].sort(compareDates)
  const same = standing.find((each) => each.on === on)
  return same
    ? { number: same.occasion, counted, shared: true }
    : { number: counted.length + 1, counted, shared: false }
}
