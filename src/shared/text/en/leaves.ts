import type { leaves as zh } from '../zh-CN/leaves.ts'
import type { WordsOf } from '../words.ts'

export const leaves: WordsOf<typeof zh> = {
  title: 'Leave and handoff',
}
