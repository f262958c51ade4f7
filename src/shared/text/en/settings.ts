import type { settings as zh } from '../zh-CN/settings.ts'
import type { WordsOf } from '../words.ts'

export const settings: WordsOf<typeof zh> = { title: 'Settings' }
