import type { Policy } from '../policy.ts'
import { base, gradesFrom } from './base.ts'

/** Five grades with O for about to order: O 3/1, A 7/3, B 15/7, C 30/15, D none/30. */
export const oabcd: Policy = {
  ...base,
  preset: 'oabcd',
  grades: gradesFrom([
    ['O', '3天内成交', 'closes within 3 days', 3, 1],
    ['A', '7天内成交', 'closes within 7 days', 7, 3],
    ['B', '15天内成交', 'closes within 15 days', 15, 7],
    ['C', '30天内成交', 'closes within 30 days', 30, 15],
    ['D', '一个月以上成交', 'closes in over a month', null, 30],
  ]),
}
