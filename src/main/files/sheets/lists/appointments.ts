import { text, type ListSheet } from './list-sheet.ts'

/** 到店预约. */
export const appointments: ListSheet<'appointments'> = {
  columns: [
    text('on', ({ on }) => on),
    text('time', ({ time }) => time, 8),
    text('customer', ({ customerName }) => customerName),
    text('phone', ({ phone }, { phone: say }) => say(phone), 16),
    text('model', ({ model }) => model, 16),
    text('owner', ({ ownerName }) => ownerName),
    text('confirmDue', ({ confirmDue }) => confirmDue),
    text('confirmedOn', ({ confirmedOn }) => confirmedOn),
    text('outcome', ({ outcome }, { codes }) => outcome && codes.appointmentOutcome[outcome]),
    text('late', ({ missed }, say) => say.yes(missed), 8),
  ],
  filter: { on: 'text', from: 'text', until: 'text' },
  paged: true,
}
