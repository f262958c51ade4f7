import { count, text, type ListSheet } from './list-sheet.ts'

/** 今日待办 of one consultant, in the order in which to do it. */
export const toDo: ListSheet<'to_do'> = {
  columns: [
    text('kind', ({ kind }, { codes }) => codes.toDoKind[kind]),
    text('customer', ({ customerName }) => customerName),
    text('phone', ({ phone }, { phone: say }) => say(phone), 16),
    text('model', ({ model }) => model, 16),
    text('grade', ({ grade }) => grade, 8),
    text('on', ({ on }) => on),
    text('time', ({ time }) => time, 8),
    count('daysOverdue', ({ daysOverdue }) => daysOverdue || null),
    text('limit', ({ limit }) => limit),
    text('channel', ({ channel }, { codes }) => channel && codes.channel[channel]),
    text('purpose', ({ purpose, instruction }) => instruction?.text ?? purpose, 30),
    text('expected', ({ expectedPurchaseDate }) => expectedPurchaseDate),
    text('lastContact', ({ lastContactOn }) => lastContactOn),
    text('lastResult', ({ lastResult }, { codes }) => lastResult && codes.result[lastResult]),
    text('lastContent', ({ lastContent }) => lastContent, 40),
    count('attempts', ({ attemptsSinceReached }) => attemptsSinceReached || null),
    count('daysLeft', ({ daysLeft }) => daysLeft),
    text('reasons', ({ reasons }, say) => say.reasons(reasons), 50),
  ],
  filter: { staffId: 'staff', on: 'text' },
  paged: true,
}
