import type { ownership as zh } from '../zh-CN/ownership.ts'
import type { WordsOf } from '../words.ts'

export const ownership: WordsOf<typeof zh> = {
  title: 'Ownership',
  record: {
    transferred: 'Claim approved: {{reason}}',
    superseded: 'The customer went to {{name}} by another claim',
  },
}
