import { count, text, yuan, type ListSheet } from './list-sheet.ts'

/** 考核台账 (R-8.6 … ): a line an entry, money and points apart. */
export const penalties: ListSheet<'penalties'> = {
  columns: [
    text('on', ({ on }) => on),
    text('staff', ({ staffName }) => staffName),
    text('part', ({ part }, { codes }) => codes.penaltyPart[part]),
    text('ofStaff', ({ staffId, ofStaffId, ofStaffName }) => (staffId === ofStaffId ? null : ofStaffName)),
    text('ladder', ({ ladder }, { codes }) => codes.ladder[ladder]),
    text('label', ({ label }, { locale }) => (locale === 'en' ? label.en : label.zh)),
    count('occasion', ({ occasion }) => occasion),
    count('items', ({ items }) => items),
    yuan('perItem', ({ unit, perItem }) => (unit === 'money' ? perItem : null)),
    yuan('capTaken', ({ unit, capTaken }) => (unit === 'money' ? capTaken : null)),
    yuan('money', ({ unit, amount }) => (unit === 'money' ? amount : null)),
    count('points', ({ unit, amount }) => (unit === 'points' ? amount : null)),
    text(
      'consequences',
      ({ consequences }, say) => say.joined(consequences.map((each) => say.codes.consequence[each])),
      20,
    ),
    text('enteredOn', ({ enteredOn }) => enteredOn),
    text('enteredBy', ({ enteredBy }) => enteredBy),
    text('reason', ({ reason }) => reason, 30),
    text('reasons', ({ reasons }, say) => say.reasons(reasons), 60),
    count('policyVersion', ({ policyVersion }) => policyVersion),
  ],
  filter: { from: 'text', until: 'text', staffId: 'staff' },
  paged: true,
}
