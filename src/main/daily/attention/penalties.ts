import { can } from '#shared/access/can.ts'
import type { AttentionLine } from '#shared/contract/supervision.ts'
import { formatYuan } from '#shared/domain/money.ts'
import { reason } from '#shared/reasons.ts'
import { earliest, type BusinessDate } from '#shared/time/business-date.ts'
import type { Context } from '#main/calls/context.ts'
import { ladderOf } from '#main/rules/penalties/ladder.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { findLastPenaltyCheck, findPenaltyEntry } from '#main/store/read/penalties.ts'
import { findStaff } from '#main/store/read/staff.ts'
import { documentOf } from '#main/store/read/store.ts'
import { countOlderUndecided, listConfirmed, listUndecided } from '#main/store/read/violations.ts'
import type { StaffRow } from '#main/store/rows.ts'
import { attentionOf, type AttentionSource } from './source.ts'

/** What of somebody waits for his manager: each violation of the date and each objection, the older ones as one line. */
function undecidedOf(store: ReadableStore, staff: StaffRow, on: BusinessDate): AttentionLine[] {
  const { n: count, oldest } = countOlderUndecided(store, staff.staffId, on)
  const older =
    count > 0 && oldest
      ? [
          attentionOf(staff, {
            kind: 'violation_raised',
            on: oldest,
            reasons: [reason('violations_older_wait', { count, oldest })],
          }),
        ]
      : []
  const lines = listUndecided(store, staff.staffId, on).map((each) => {
    const { violationId: refId, customerId, customerName, status, objection, reasons } = each
    const about = { refId, customerId, customerName, on: each.on }
    return status === 'objected'
      ? attentionOf(staff, {
          ...about,
          kind: 'violation_objected',
          reasons: [...reasons, reason('violation_objection_waits', { text: objection ?? '' })],
        })
      : attentionOf(staff, { ...about, kind: 'violation_raised', reasons })
  })
  return [...older, ...lines]
}

/** What of each consultant waits for the director, as one line a person. */
function toApprove(
  store: ReadableStore,
  staff: readonly StaffRow[],
  on: BusinessDate,
  { actor }: Context,
): AttentionLine[] {
  if (!can(actor, 'penalty.approve').yes) return []
  const waiting = Map.groupBy(
    listConfirmed(store, { kind: 'staff', staffIds: staff.map(({ staffId }) => staffId) }).filter(
      (each) =>
        each.on <= on &&
        each.status === 'confirmed' &&
        ladderOf(each.kind, documentOf(store, each.policyVersion)) !== null,
    ),
    ({ staffId }) => staffId,
  )
  return staff.flatMap((person) => {
    const [first, ...rest] = (waiting.get(person.staffId) ?? []).map((each) => each.on)
    if (first === undefined) return []
    const oldest = earliest(first, ...rest)
    const reasons = [reason('penalties_wait', { count: rest.length + 1, oldest })]
    return [attentionOf(person, { kind: 'violation_to_approve', on: oldest, reasons })]
  })
}

/** Entries that the last nightly recomputation did not find the same, for those who answer for the ledger. */
function differing(store: ReadableStore, on: BusinessDate, { actor }: Context): AttentionLine[] {
  if (!can(actor, 'penalty.approve').yes) return []
  return (findLastPenaltyCheck(store, on)?.wrong ?? []).flatMap((refId) => {
    const entry = findPenaltyEntry(store, refId)
    const staff = entry ? findStaff(store, entry.staffId) : undefined
    if (!entry || !staff) return []
    const amount = entry.unit === 'money' ? formatYuan(entry.amount) : entry.amount
    const reasons = [reason('penalty_differs', { on: entry.on, amount })]
    return [attentionOf(staff, { kind: 'penalty_differs', refId, on: entry.on, reasons })]
  })
}

/** Violations to decide, objections, penalties to approve, and entries that do not come out the same. */
export const penaltiesAttention: AttentionSource = (store, context, { on }, staff) => [
  ...staff.flatMap((person) => undecidedOf(store, person, on)),
  ...toApprove(store, staff, on, context),
  ...differing(store, on, context),
]
