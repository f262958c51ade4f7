import type { customers as zh } from '../zh-CN/customers.ts'
import type { WordsOf } from '../words.ts'

export const customers: WordsOf<typeof zh> = { title: 'Customers' }
