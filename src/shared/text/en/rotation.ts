import type { WordsOf } from '../words.ts'
import type { rotation as zh } from '../zh-CN/rotation.ts'

export const rotation: WordsOf<typeof zh> = {
  title: 'Rotation',
}
