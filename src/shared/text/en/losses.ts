import type { losses as zh } from '../zh-CN/losses.ts'
import type { WordsOf } from '../words.ts'

export const losses: WordsOf<typeof zh> = {
  title: 'Losses to decide',
  ownTitle: 'My losses',
  list: 'Losses waiting',
  details: 'Customer and history',
  none: 'No loss waits for a decision',
  noneHint: 'What consultants apply for appears here.',
  ownNoneHint: 'Apply for one while you execute a follow-up: choose Lost as what comes next.',
  ownNone: 'No loss of yours waits for a decision',
  appliedBy: '{{name}} · {{on}}',
  lastContent: 'Last contact',
  noContent: 'nothing was recorded',
  competitor: 'Competitor',
  approve: 'Approve loss',
  refuse: 'Refuse',
  approveTitle: 'Approve the loss of {{name}}',
  approveHint: 'Approved, the opportunity ends.',
  refuseTitle: 'Refuse the loss of {{name}}',
  refuseHint: 'The opportunity reopens with a plan for the next working day.',
  reasonOptional: 'Your reason (optional)',
  approved: '{{name}}: loss approved',
  refused: '{{name}}: refused, goes on {{on}}',
  waiting: 'waits for the manager',
}
