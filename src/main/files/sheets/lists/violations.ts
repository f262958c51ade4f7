import { count, text, type ListSheet } from './list-sheet.ts'

/** 违规. */
export const violations: ListSheet<'violations'> = {
  columns: [
    text('on', ({ on }) => on),
    text('kind', ({ kind }, { codes }) => codes.violationKind[kind], 16),
    text('staff', ({ staffName }) => staffName),
    text('customer', ({ customerName }) => customerName),
    text('status', ({ status }, { codes }) => codes.violationStatus[status]),
    text('ladder', ({ ladder }, { codes }) => ladder && codes.ladder[ladder]),
    text('reasons', ({ reasons }, say) => say.reasons(reasons), 60),
    text('manager', ({ managerName }) => managerName),
    text('decidedBy', ({ decidedBy }) => decidedBy),
    text('decidedAt', ({ decidedAt }, say) => say.moment(decidedAt), 17),
    text('decisionReason', ({ decisionReason }) => decisionReason, 30),
    text('objection', ({ objection }) => objection, 30),
    text('objectedAt', ({ objectedAt }, say) => say.moment(objectedAt), 17),
    text('rule', ({ ruleId }) => ruleId, 8),
    count('policyVersion', ({ policyVersion }) => policyVersion),
  ],
  filter: {
    from: 'text',
    until: 'text',
    staffId: 'staff',
    kind: 'violationKind',
    status: 'violationStatus',
  },
  paged: true,
}
