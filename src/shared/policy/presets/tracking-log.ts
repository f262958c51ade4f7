import type { Policy } from '../policy.ts'
import { base, gradesFrom } from './base.ts'

/** The grades of a tracking log 跟踪日志, by interval alone: A 1, B 7, C 15, D 30, E 365. */
export const trackingLog: Policy = {
  ...base,
  preset: 'tracking-log',
  grades: gradesFrom([
    ['A', '每天跟踪', 'called every day', null, 1],
    ['B', '每周跟踪', 'called every week', null, 7],
    ['C', '每半月跟踪', 'called every 15 days', null, 15],
    ['D', '每月跟踪', 'called every month', null, 30],
    ['E', '每年跟踪', 'called once a year', null, 365],
  ]),
}
