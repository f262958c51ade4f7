import { count, text, type ListSheet } from './list-sheet.ts'

/** 休假与交接 (section 6). */
export const leaves: ListSheet<'leaves'> = {
  columns: [
    text('staff', ({ staffName }) => staffName),
    text('kind', ({ kind }, { codes }) => codes.leaveKind[kind]),
    text('from', ({ from }) => from),
    text('until', ({ until }) => until),
    text('untilBefore', ({ untilBefore }) => untilBefore),
    text('status', ({ status }, { codes }) => codes.leaveStatus[status]),
    count('unresolved', ({ unresolved }) => unresolved),
    count('resolved', ({ resolved }) => resolved),
    text('backOn', ({ backOn }) => backOn),
    text('requestedOn', ({ requestedOn }) => requestedOn),
    text('confirmedBy', ({ confirmedBy }) => confirmedBy),
    text('note', ({ note }) => note, 40),
  ],
  filter: { staffId: 'staff', from: 'text', until: 'text', status: 'leaveStatus' },
  paged: true,
}
