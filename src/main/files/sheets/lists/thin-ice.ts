import { count, text, type ListSheet } from './list-sheet.ts'

/** 保护倒计时. */
export const thinIce: ListSheet<'thin_ice'> = {
  columns: [
    text('customer', ({ customerName }) => customerName),
    text('owner', ({ ownerName }) => ownerName),
    text('grade', ({ grade }) => grade, 8),
    text('model', ({ model }) => model, 16),
    text('protectedUntil', ({ protectedUntil }) => protectedUntil),
    count('daysLeft', ({ daysLeft }) => daysLeft),
    text('dormant', ({ dormant }, say) => say.yes(dormant), 8),
    text('dormantFrom', ({ dormantFrom }) => dormantFrom),
    text('lastEffective', ({ lastEffectiveOn }) => lastEffectiveOn),
  ],
  filter: { staffId: 'staff' },
  paged: true,
}
