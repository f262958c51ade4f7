import type { penalties as zh } from '../zh-CN/penalties.ts'
import type { WordsOf } from '../words.ts'

export const penalties: WordsOf<typeof zh> = {
  title: 'Penalties',
}
