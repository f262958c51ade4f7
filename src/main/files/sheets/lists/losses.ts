import { text, type ListSheet } from './list-sheet.ts'

/** 战败待审. */
export const losses: ListSheet<'losses'> = {
  columns: [
    text('customer', ({ customerName }) => customerName),
    text('owner', ({ ownerName }) => ownerName),
    text('model', ({ model }) => model, 16),
    text('grade', ({ grade }) => grade, 8),
    text('lossReason', ({ reason }, { codes }) => codes.lossReason[reason]),
    text('competitor', ({ competitor }) => competitor, 16),
    text('note', ({ note }) => note, 40),
    text('appliedOn', ({ appliedOn }) => appliedOn),
    text('appliedBy', ({ appliedBy }) => appliedBy),
    text('lastContent', ({ lastContent }) => lastContent, 40),
  ],
  filter: {},
  paged: true,
}
