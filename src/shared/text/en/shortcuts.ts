import type { shortcuts as zh } from '../zh-CN/shortcuts.ts'
import type { WordsOf } from '../words.ts'

export const shortcuts: WordsOf<typeof zh> = {
  title: 'Keyboard shortcuts',
  everywhere: 'Everywhere',
  page: 'This page',
  search: 'Search customers and commands',
  help: 'Show the shortcuts',
  close: 'Close the dialog or panel',
  nextRow: 'Next row',
  previousRow: 'Previous row',
  open: 'Open',
  list: 'Lists',
  goTo: 'Open {{page}}',
  none: 'This page has no shortcuts of its own',
}
