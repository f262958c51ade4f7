import type { policy as zh } from '../zh-CN/policy.ts'
import type { WordsOf } from '../words.ts'

export const policy: WordsOf<typeof zh> = {
  title: 'Policy',
}
