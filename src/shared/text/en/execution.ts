import type { execution as zh } from '../zh-CN/execution.ts'
import type { WordsOf } from '../words.ts'

export const execution: WordsOf<typeof zh> = { title: 'Execute a follow-up' }
