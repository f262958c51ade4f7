import type { Policy } from '../policy.ts'
import { base, gradesFrom } from './base.ts'

/** The default, 客户分级管理制度 of a real dealership: H 7/3, A 15/7, B 30/15, C none/30. */
export const benyue: Policy = {
  ...base,
  preset: 'benyue',
  grades: gradesFrom([
    ['H', '7天内成交', 'closes within 7 days', 7, 3],
    ['A', '15天内成交', 'closes within 15 days', 15, 7],
    ['B', '30天内成交', 'closes within 30 days', 30, 15],
    ['C', '一个月以上成交', 'closes in over a month', null, 30],
  ]),
}
