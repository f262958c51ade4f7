import type { Policy } from '#shared/policy/policy.ts'
import { presets } from '#shared/policy/presets/index.ts'

/** Benyue with other intervals: `intervals({ H: 2 })`. */
export const intervals = (days: Readonly<Record<string, number>>): Policy => ({
  ...presets.benyue,
  grades: presets.benyue.grades.map((each) => ({
    ...each,
    revisitEveryDays: days[each.code] ?? each.revisitEveryDays,
  })),
})
