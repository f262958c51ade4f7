import { count, text, type ListSheet } from './list-sheet.ts'

/** 客户: a line a customer, as the list of the screen has them. */
export const customers: ListSheet<'customers'> = {
  columns: [
    text('customer', ({ name }) => name),
    text('phone', ({ phone }, { phone: say }) => say(phone), 16),
    text('owner', ({ ownerName }) => ownerName),
    text('grade', ({ grade }) => grade, 8),
    text('status', ({ status }, { codes }) => status && codes.opportunityStatus[status]),
    text('model', ({ model }) => model, 16),
    text('expected', ({ expectedPurchaseDate }) => expectedPurchaseDate),
    text('nextPlan', ({ nextPlanOn }) => nextPlanOn),
    text('lastContact', ({ lastContactOn }) => lastContactOn),
    count('daysLeft', ({ daysLeft }) => daysLeft),
    text('remark', ({ remark }) => remark, 40),
  ],
  filter: { text: 'text', grade: 'text', ownerId: 'staff', status: 'opportunityStatus' },
  paged: true,
}
