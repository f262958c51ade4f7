import type { register as zh } from '../zh-CN/register.ts'
import type { WordsOf } from '../words.ts'

export const register: WordsOf<typeof zh> = { title: 'Register a customer' }
