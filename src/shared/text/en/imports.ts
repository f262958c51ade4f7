import type { imports as zh } from '../zh-CN/imports.ts'
import type { WordsOf } from '../words.ts'

export const imports: WordsOf<typeof zh> = { title: 'Import a ledger' }
