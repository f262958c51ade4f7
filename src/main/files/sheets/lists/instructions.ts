import { text, type ListSheet } from './list-sheet.ts'

/** 批注 and how far its loop has come. */
export const instructions: ListSheet<'instructions'> = {
  columns: [
    text('givenAt', ({ givenAt }, say) => say.moment(givenAt), 17),
    text('givenBy', ({ givenBy }) => givenBy.name),
    text('customer', ({ customerName }) => customerName),
    text('staff', ({ staffName }) => staffName),
    text('content', ({ text: words }) => words, 50),
    text('dueOn', ({ dueOn }) => dueOn),
    text('late', ({ late }, say) => say.yes(late), 8),
    text('status', ({ status }, { codes }) => codes.instructionStatus[status]),
    text('proposedGrade', ({ proposedGrade }) => proposedGrade, 9),
    text('helper', ({ helper }) => helper?.name ?? null),
    text('answer', ({ answer }) => answer, 50),
    text('answeredBy', ({ answeredBy }) => answeredBy),
    text('answeredAt', ({ answeredAt }, say) => say.moment(answeredAt), 17),
    text('closedBy', ({ closedBy }) => closedBy),
    text('closedAt', ({ closedAt }, say) => say.moment(closedAt), 17),
  ],
  filter: { customerId: 'text', staffId: 'staff', status: 'instructionStatus', open: 'yes' },
  paged: true,
}
