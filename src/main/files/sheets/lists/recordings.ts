import { count, text, type ListSheet } from './list-sheet.ts'

const msOfSecond = 1000

/** 电话录音. */
export const recordings: ListSheet<'recordings'> = {
  columns: [
    text('fileName', ({ fileName }) => fileName, 36),
    text('customer', ({ customerName }) => customerName),
    text('phone', ({ phone }, { phone: say }) => say(phone), 16),
    text('contactedOn', ({ contactedOn }) => contactedOn),
    text('staff', ({ staffName }) => staffName),
    text('recordedAt', ({ recordedAt }, say) => say.moment(recordedAt), 17),
    count('seconds', ({ lengthMs }) => (lengthMs === null ? null : Math.round(lengthMs / msOfSecond))),
    text('state', ({ state }, { codes }) => codes.recordingState[state]),
    text('attachedAt', ({ attachedAt }, say) => say.moment(attachedAt), 17),
    text('digest', ({ sha256 }) => sha256, 30),
  ],
  filter: { followUpId: 'text', customerId: 'text', unmatched: 'yes', state: 'recordingState', lost: 'yes' },
  paged: true,
}
