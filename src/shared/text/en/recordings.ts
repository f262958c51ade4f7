import type { recordings as zh } from '../zh-CN/recordings.ts'
import type { WordsOf } from '../words.ts'

export const recordings: WordsOf<typeof zh> = {
  title: 'Recordings',
}
