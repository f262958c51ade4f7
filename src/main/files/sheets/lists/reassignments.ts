import { count, text, type ListSheet } from './list-sheet.ts'

/** 客户再分配. */
export const reassignments: ListSheet<'reassignments'> = {
  columns: [
    text('appliedOn', ({ appliedOn }) => appliedOn),
    text('fromStaff', ({ fromName }) => fromName),
    text('toStaff', ({ to }, say) => say.joined(to.map(({ name, customers }) => `${name} ${customers}`)), 30),
    count('customers', ({ customers }) => customers),
    text('reason', ({ reason }) => reason, 40),
    text('appliedBy', ({ appliedBy }) => appliedBy),
    text('undoneAt', ({ undoneAt }, say) => say.moment(undoneAt), 17),
  ],
  filter: {},
  paged: true,
}
