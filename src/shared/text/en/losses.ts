import type { losses as zh } from '../zh-CN/losses.ts'
import type { WordsOf } from '../words.ts'

export const losses: WordsOf<typeof zh> = { title: 'Losses waiting' }
