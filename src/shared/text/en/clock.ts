import type { clock as zh } from '../zh-CN/clock.ts'
import type { WordsOf } from '../words.ts'

export const clock: WordsOf<typeof zh> = {
  ahead:
    'The clock is more than a day ahead of the last record. Nothing is checked, approved or signed until somebody confirms the date.',
  askAgain: 'Confirm the date',
  aheadTitle: 'Is this today?',
  computerSays: 'The computer says that today is',
  lastRecord: 'Last record: {{at}}',
  judges:
    'When confirmed, what fell due on the {{count}} dates from {{from}} to {{until}} is checked in order.',
  judgesOne: 'When confirmed, what fell due by {{on}} is checked.',
  ifNot:
    'If it is not, cancel, set the date of the computer right and come back. Registering and following up go on meanwhile.',
  yesToday: 'Yes, today is {{today}}',
  confirmed: 'Date confirmed; dates checked: {{count}}',
  settle: 'Settle the clock',
  settleTitle: 'Is the clock right now?',
  behindBy: 'The computer says {{now}}, but the last record was written at {{last}}.',
  settleHint:
    'If the computer is wrong, cancel and set it right first. If it is right now, say what happened: from now on it counts. Records that ran ahead stay; what they raised by mistake can be waived.',
  settled: 'Clock settled: checks, approvals and signatures work again',
  whoSettles: 'Set the clock right, or ask the director',
}
