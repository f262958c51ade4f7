import type { violations as zh } from '../zh-CN/violations.ts'
import type { WordsOf } from '../words.ts'

export const violations: WordsOf<typeof zh> = { title: 'Violations' }
