import type { dailyCheck as zh } from '../zh-CN/daily-check.ts'
import type { WordsOf } from '../words.ts'

export const dailyCheck: WordsOf<typeof zh> = { title: 'Daily check' }
