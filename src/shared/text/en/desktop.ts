import type { desktop as zh } from '../zh-CN/desktop.ts'
import type { WordsOf } from '../words.ts'

export const desktop: WordsOf<typeof zh> = {
  file: 'File',
  quit: 'Quit',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  view: 'View',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  resetZoom: 'Actual size',
  fullScreen: 'Full screen',
  help: 'Help',
  openLogs: 'Open the log folder',
  pickFile: 'Choose a file',
  pickFolder: 'Choose a folder',
  saveFile: 'Save to',
  kinds: { ledger: 'Customer ledger', pdf: 'PDF file', picture: 'Picture', recording: 'Recording' },
  gone: 'The program cannot go on',
  goneDetail:
    'What was saved is safe. Please start the program again; if it happens once more, give the log folder to support.',
}
