import type { WordsOf } from '../words.ts'
import type { duplicates as zh } from '../zh-CN/duplicates.ts'

export const duplicates: WordsOf<typeof zh> = {
  title: 'Suspected duplicates',
}
