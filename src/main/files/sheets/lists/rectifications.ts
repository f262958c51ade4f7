import { count, text, type ListSheet } from './list-sheet.ts'

/** 整改报告. */
export const rectifications: ListSheet<'rectifications'> = {
  columns: [
    text('staff', ({ staffName }) => staffName),
    text('manager', ({ managerName }) => managerName),
    text('ladder', ({ ladder }, { codes }) => codes.ladder[ladder]),
    text('on', ({ on }) => on),
    count('occasion', ({ occasion }) => occasion),
    count('items', ({ items }) => items),
    text('dueOn', ({ dueOn }) => dueOn),
    text('status', ({ status }, { codes }) => codes.rectificationStatus[status]),
    text('late', ({ missing }, say) => say.yes(missing), 8),
    text('cause', ({ cause }) => cause, 40),
    text('measures', ({ measures }) => measures, 40),
    text('deadline', ({ deadlineOn }) => deadlineOn),
    text('writtenAt', ({ writtenAt }, say) => say.moment(writtenAt), 17),
    text('reviewedBy', ({ reviewedBy }) => reviewedBy),
    text('reviewedAt', ({ reviewedAt }, say) => say.moment(reviewedAt), 17),
    text('reviewNote', ({ reviewNote }) => reviewNote, 30),
  ],
  filter: { staffId: 'staff', status: 'rectificationStatus' },
  paged: true,
}

/** 待岗学习. */
export const suspensions: ListSheet<'suspensions'> = {
  columns: [
    text('staff', ({ staffName }) => staffName),
    text('ladder', ({ ladder }, { codes }) => codes.ladder[ladder]),
    text('on', ({ on }) => on),
    count('occasion', ({ occasion }) => occasion),
    text('proposedOn', ({ proposedOn }) => proposedOn),
    text('status', ({ status }, { codes }) => codes.suspensionStatus[status]),
    text('from', ({ from }) => from),
    text('until', ({ until }) => until),
    text('decidedBy', ({ decidedBy }) => decidedBy),
    text('decidedAt', ({ decidedAt }, say) => say.moment(decidedAt), 17),
    text('note', ({ note }) => note, 40),
  ],
  filter: { staffId: 'staff', status: 'suspensionStatus' },
  paged: true,
}
