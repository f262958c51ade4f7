import type { WordsOf } from '../words.ts'
import type { forms as zh } from '../zh-CN/forms.ts'

export const forms: WordsOf<typeof zh> = {
  title: 'Three forms, one card',
}
