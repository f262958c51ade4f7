import type { clock as zh } from '../zh-CN/clock.ts'
import type { WordsOf } from '../words.ts'

export const clock: WordsOf<typeof zh> = {
  title: 'Clock',
}
