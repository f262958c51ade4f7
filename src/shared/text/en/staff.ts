import type { staff as zh } from '../zh-CN/staff.ts'
import type { WordsOf } from '../words.ts'

export const staff: WordsOf<typeof zh> = { title: 'Staff' }
