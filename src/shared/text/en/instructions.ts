import type { instructions as zh } from '../zh-CN/instructions.ts'
import type { WordsOf } from '../words.ts'

export const instructions: WordsOf<typeof zh> = {
  title: 'Instructions',
}
