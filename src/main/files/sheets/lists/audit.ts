import { count, text, type ListSheet } from './list-sheet.ts'

/** 操作记录 without what was changed: whose data that is, the trail's own screen knows. */
export const audit: ListSheet<'audit'> = {
  columns: [
    count('sequence', ({ sequence }) => sequence),
    text('at', ({ at }, say) => say.moment(at), 17),
    text('who', ({ staffName }) => staffName),
    text('act', ({ call }, say) => say.call(call), 18),
    text('reason', ({ reason }) => reason, 60),
    text('clockSuspect', ({ clockSuspect }, say) => say.yes(clockSuspect), 9),
  ],
  filter: { staffId: 'staff', call: 'text', from: 'text', until: 'text' },
  paged: true,
}
