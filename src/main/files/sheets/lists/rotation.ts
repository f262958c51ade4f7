import { text, type ListSheet } from './list-sheet.ts'

/** 轮排记录 of a day, with the order after each step. */
export const rotation: ListSheet<'rotation'> = {
  columns: [
    text('at', ({ at }, say) => say.moment(at), 17),
    text('act', ({ kind }, { codes }) => codes.rotationEventKind[kind], 18),
    text('staff', ({ name }) => name),
    text('who', ({ byName }) => byName),
    text('reasons', ({ reasons }, say) => say.reasons(reasons), 50),
    text('note', ({ note }) => note, 30),
    text('order', ({ order }) => order.map(({ name }, place) => `${place + 1} ${name}`).join('  '), 60),
  ],
  filter: { desk: 'desk', on: 'text' },
  paged: false,
}
