import type { WordsOf } from '../words.ts'
import type { showroom as zh } from '../zh-CN/showroom.ts'

export const showroom: WordsOf<typeof zh> = {
  title: 'Showroom',
}
