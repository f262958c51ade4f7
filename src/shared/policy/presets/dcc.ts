import type { Policy } from '../policy.ts'
import { base, gradesFrom } from './base.ts'

/** Leads from phone and web 电网销: A 7, B 7, C 14, D 30, E 30, opened by the sequence of. */
export const dcc: Policy = {
  ...base,
  preset: 'dcc',
  grades: gradesFrom([
    ['A', 'A级线索', 'lead A', null, 7],
    ['B', 'B级线索', 'lead B', null, 7],
    ['C', 'C级线索', 'lead C', null, 14],
    ['D', 'D级线索', 'lead D', null, 30],
    ['E', 'E级线索', 'lead E', null, 30],
  ]),
  openingSequence: { days: [1, 4, 7], gradeSetAfterContact: 2 },
}
