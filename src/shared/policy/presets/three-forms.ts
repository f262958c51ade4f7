import type { Policy } from '../policy.ts'
import { base, gradesFrom } from './base.ts'

/** The grades that go with 三表一卡: H 7/3, A 30/7, B 90/15, C none/30. */
export const threeForms: Policy = {
  ...base,
  preset: 'three-forms',
  grades: gradesFrom([
    ['H', '一周内成交', 'closes within a week', 7, 3],
    ['A', '一个月内成交', 'closes within a month', 30, 7],
    ['B', '三个月内成交', 'closes within three months', 90, 15],
    ['C', '三个月以上成交', 'closes in over three months', null, 30],
  ]),
}
