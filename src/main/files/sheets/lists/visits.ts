import { count, text, type ListSheet } from './list-sheet.ts'

/** 来店(电)登记. */
export const visits: ListSheet<'visits'> = {
  columns: [
    text('on', ({ visitedOn }) => visitedOn),
    text('arrived', ({ arrivedTime }) => arrivedTime, 8),
    text('left', ({ leftTime }) => leftTime, 8),
    text('kind', ({ kind }, { codes }) => codes.visitKind[kind], 8),
    text('occasion', ({ occasion }, { codes }) => codes.visitOccasion[occasion], 8),
    count('partySize', ({ partySize }) => partySize),
    text('callerName', ({ callerName }) => callerName),
    text('phone', ({ phone }, { phone: say }) => say(phone), 16),
    text(
      'phoneMissing',
      ({ phoneMissing }, { codes }) => phoneMissing && codes.phoneMissingReason[phoneMissing],
    ),
    text('plate', ({ plate }) => plate),
    text('model', ({ model }) => model, 16),
    text('grade', ({ grade }) => grade, 8),
    text('withIntent', ({ withIntent }, say) => say.yes(withIntent), 8),
    text('orderedOnSpot', ({ orderedOnSpot }, say) => say.yes(orderedOnSpot), 9),
    text('testDrive', ({ testDrive }, say) => say.yes(testDrive), 8),
    text('agreement', ({ agreementNumber }) => agreementNumber, 16),
    text('staff', ({ consultantName }) => consultantName),
    text('way', ({ assignedBy }, { codes }) => assignedBy && codes.assignmentWay[assignedBy]),
    text('standsInFor', ({ standsInForName }) => standsInForName),
    text('cardedOn', ({ cardedOn }) => cardedOn),
    text('uncarded', ({ uncarded }, say) => say.yes(uncarded), 9),
    text('remark', ({ remark }) => remark, 40),
    text('registeredBy', ({ registeredByName }) => registeredByName),
  ],
  filter: { on: 'text', from: 'text', until: 'text', consultantId: 'staff', show: 'show', text: 'text' },
  paged: true,
}
