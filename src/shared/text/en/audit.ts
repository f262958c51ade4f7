import type { audit as zh } from '../zh-CN/audit.ts'
import type { WordsOf } from '../words.ts'

export const audit: WordsOf<typeof zh> = {
  title: 'Audit trail',
}
