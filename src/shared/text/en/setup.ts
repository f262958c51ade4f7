import type { setup as zh } from '../zh-CN/setup.ts'
import type { WordsOf } from '../words.ts'

export const setup: WordsOf<typeof zh> = { title: 'Getting started' }
