import { text, type ListSheet } from './list-sheet.ts'

/** 工作联系单. */
export const claims: ListSheet<'claims'> = {
  columns: [
    text('filedAt', ({ filedAt }, say) => say.moment(filedAt), 17),
    text('claimant', ({ claimant }) => claimant.name),
    text('owner', ({ owner }) => owner?.name ?? null),
    text('customer', ({ customerName }) => customerName),
    text('phone', ({ phone }, { phone: say }) => say(phone), 16),
    text('status', ({ status }, { codes }) => codes.claimStatus[status]),
    text('dormantFrom', ({ dormantFrom }) => dormantFrom),
    text('statement', ({ statement }) => statement, 40),
    text('contactedOn', ({ followUp }) => followUp.contactedOn),
    text('lastContent', ({ followUp }) => followUp.content, 40),
    text('effective', ({ followUp }, say) => say.yes(followUp.effective), 9),
    text('answer', ({ answer }) => answer, 40),
    text('decidedBy', ({ decidedBy }) => decidedBy),
    text('decidedAt', ({ decidedAt }, say) => say.moment(decidedAt), 17),
    text('decisionReason', ({ decisionReason }) => decisionReason, 30),
    text('recording', ({ recording }) => recording?.fileName ?? null, 30),
  ],
  filter: { status: 'claimStatus', open: 'yes', customerId: 'text' },
  paged: true,
}
