import type { WordsOf } from '../words.ts'
import type { figures as zh } from '../zh-CN/figures.ts'

export const figures: WordsOf<typeof zh> = {
  title: 'Showroom figures',
}
