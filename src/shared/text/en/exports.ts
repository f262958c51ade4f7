import type { WordsOf } from '../words.ts'
import type { exports as zh } from '../zh-CN/exports.ts'

export const exports: WordsOf<typeof zh> = {
  title: 'Export',
}
