import type { WordsOf } from '../words.ts'
import type { ledgerFile as chinese } from '../zh-CN/ledger-file.ts'

/** Words in the file of rows that an import gives back. */
export const ledgerFile: WordsOf<typeof chinese> = {
  suffix: 'not imported',
  sheet: 'Not imported',
  row: 'Row',
  why: 'Why not imported',
  reason: '{{field}}: {{problem}}',
  reasonOfValue: '{{field}}: {{problem}} ({{value}})',
  between: '; ',
  firstPlan: 'First contact after the import',
  importedFrom: 'imported {{file}}',
  undoneImport: 'Import of {{file}} taken back',
}
