import type { paper as zh } from '../zh-CN/paper.ts'
import type { WordsOf } from '../words.ts'

export const paper: WordsOf<typeof zh> = {
  preview: 'Print preview',
  print: 'Print',
  pdf: 'Save as PDF',
  picture: 'Save as picture',
  excel: 'Save as Excel',
  printPage: 'Print page',
  printed: 'Sent to the printer',
  savedTo: 'Saved to {{path}}',
  showFile: 'Show in folder',
  failed: 'Not done',
  training: 'Training store, nothing here is real',
}
