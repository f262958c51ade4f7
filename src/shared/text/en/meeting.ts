import type { meeting as zh } from '../zh-CN/meeting.ts'
import type { WordsOf } from '../words.ts'

export const meeting: WordsOf<typeof zh> = {
  title: 'Evening meeting',
}
