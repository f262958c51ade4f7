import type { WordsOf } from '../words.ts'
import type { leads as zh } from '../zh-CN/leads.ts'

export const leads: WordsOf<typeof zh> = {
  title: 'Leads',
}
