import type { damaged as zh } from '../zh-CN/damaged.ts'
import type { WordsOf } from '../words.ts'

export const damaged: WordsOf<typeof zh> = {
  title: 'The program’s files are damaged',
  detail:
    'These files are not as they were installed: {{files}}\nThe program does not start, so that no data goes wrong. The store’s data is untouched. Please install the program again.',
  quit: 'Quit',
}
