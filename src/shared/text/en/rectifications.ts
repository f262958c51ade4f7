import type { rectifications as zh } from '../zh-CN/rectifications.ts'
import type { WordsOf } from '../words.ts'

export const rectifications: WordsOf<typeof zh> = {
  title: 'Rectification reports',
}
