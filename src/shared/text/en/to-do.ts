import type { toDo as zh } from '../zh-CN/to-do.ts'
import type { WordsOf } from '../words.ts'

export const toDo: WordsOf<typeof zh> = { title: 'To-do today' }
