import { text, type ListSheet } from './list-sheet.ts'

/** 疑似重复 (R-3.4a): a line a pair. */
export const duplicates: ListSheet<'duplicates'> = {
  columns: [
    text('level', ({ level }, { codes }) => codes.duplicateLevel[level], 16),
    text('customer', ({ first }) => first.name),
    text('phone', ({ first }, { phone: say }) => say(first.phone), 16),
    text('owner', ({ first }) => first.ownerName),
    text('createdOn', ({ first }) => first.createdOn),
    text('lastContact', ({ first }) => first.lastContactOn),
    text('other', ({ second }) => second.name),
    text('otherPhone', ({ second }, { phone: say }) => say(second.phone), 16),
    text('otherOwner', ({ second }) => second.ownerName),
    text('otherCreatedOn', ({ second }) => second.createdOn),
    text('otherLastContact', ({ second }) => second.lastContactOn),
    text('sharedBecause', ({ sharedBecause }) => sharedBecause, 30),
    text('dismissedBy', ({ dismissed }) => dismissed?.by ?? null),
    text('reason', ({ dismissed }) => dismissed?.reason ?? null, 30),
  ],
  filter: { level: 'duplicateLevel', dismissed: 'yes' },
  paged: true,
}

/** 客户合并 (R-3.4a). */
export const merges: ListSheet<'merges'> = {
  columns: [
    text('mergedAt', ({ mergedAt }, say) => say.moment(mergedAt), 17),
    text('mergedBy', ({ mergedBy }) => mergedBy),
    text('kept', ({ keptName }) => keptName),
    text('merged', ({ droppedName }) => droppedName),
    text('phone', ({ droppedPhone }, { phone: say }) => say(droppedPhone), 16),
    text('owner', ({ ownerName }) => ownerName),
    text('formerOwner', ({ formerOwnerName }) => formerOwnerName),
    text('reason', ({ reason }) => reason, 40),
    text('undoneAt', ({ undoneAt }, say) => say.moment(undoneAt), 17),
    text('undoneBy', ({ undoneBy }) => undoneBy),
    text('undoUntil', ({ undoUntil }) => undoUntil),
  ],
  filter: { customerId: 'text' },
  paged: true,
}
