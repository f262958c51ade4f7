import type { reassignments as zh } from '../zh-CN/reassignments.ts'
import type { WordsOf } from '../words.ts'

export const reassignments: WordsOf<typeof zh> = {
  title: 'Reassignment',
}
