import { can, inScope } from '#shared/access/can.ts'
import type { ViolationStatus } from '#shared/domain/codes.ts'
import { refuse, refuseByRule } from '#shared/errors.ts'
import { reason, type ReasonCode } from '#shared/reasons.ts'
import type { Context, HandlersOf } from '#main/calls/context.ts'
import { pageOf, readPage } from '#main/calls/page.ts'
import { ladderOf } from '#main/rules/penalties/ladder.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { findRecordingOwners } from '#main/store/read/penalties.ts'
import { findStaff } from '#main/store/read/staff.ts'
import { documentOf } from '#main/store/read/store.ts'
import { findViolation, listViolations, type ListedViolation } from '#main/store/read/violations.ts'
import type { ViolationRow } from '#main/store/rows.ts'
import { changeViolation } from '#main/store/write/violations.ts'

/** Violations of the asker's scope, each once; somebody else's are answered as if they were not there. */
export function getViolations(
  store: ReadableStore,
  { scope }: Context,
  violationIds: readonly string[],
): ViolationRow[] {
  return [...new Set(violationIds)].map((id) => {
    const row = findViolation(store, id)
    return row && inScope(scope, row.staffId) ? row : refuse('NOT_FOUND', { what: 'violation', id })
  })
}

/** Why a violation stands in the way of an act: its kind, person, date and status. */
export const statusReason = (
  store: ReadableStore,
  code: ReasonCode,
  { staffId, kind, on, status }: Pick<ViolationRow, 'staffId' | 'kind' | 'on' | 'status'>,
) =>
  reason(code, {
    field: 'violationIds',
    staff: findStaff(store, staffId)?.name ?? '',
    kind,
    on,
    violationStatus: status,
  })

/** Refuses the whole act when one of the violations does not stand as it must, naming each of them. */
function requireStatus(
  store: ReadableStore,
  rows: readonly ViolationRow[],
  allowed: (row: ViolationRow) => boolean,
  code: ReasonCode,
): void {
  const refused = rows.filter((row) => !allowed(row))
  if (refused.length > 0) refuseByRule(...refused.map((row) => statusReason(store, code, row)))
}

/** Nobody judges himself. */
function requireOthers({ actor }: Context, rows: readonly ViolationRow[]): void {
  if (rows.some(({ staffId }) => staffId === actor.staffId))
    refuse('PERMISSION_DENIED', { reasons: [reason('violation_of_your_own')] })
}

const undecided: readonly ViolationStatus[] = ['raised', 'objected']
const objectable: readonly ViolationStatus[] = ['raised', 'confirmed']
const waivable: readonly ViolationStatus[] = [...undecided, 'confirmed']

/** What the asker may do with a violation as it stands. */
function tell(store: ReadableStore, { actor }: Context, row: ListedViolation) {
  const { staffId, status, kind, policyVersion } = row
  const ladder = ladderOf(kind, documentOf(store, policyVersion))
  const decides = can(actor, 'violation.decide')
  const objects = can(actor, 'violation.object')
  return {
    ...row,
    ladder,
    abilities: {
      decide:
        decides.yes &&
        inScope(decides.scope, staffId) &&
        staffId !== actor.staffId &&
        waivable.includes(status),
      object: objects.yes && inScope(objects.scope, staffId) && objectable.includes(status),
      approve: can(actor, 'penalty.approve').yes && status === 'confirmed' && ladder !== null,
    },
  }
}

export const violations: HandlersOf<'violations'> = {
  /** What rolls and acts have found (R-8.1, 违规), newest first. */
  list: (store, input, context) => {
    const page = readPage(input)
    const { rows, total } = listViolations(store, context.scope, input ?? {}, page)
    return pageOf(
      page,
      rows.map((row) => tell(store, context, row)),
      total,
    )
  },

  /**
   * 确认: from then on it waits for approval. One that is confirmed already can be named again only to lower its
   * suspension, or to take that back.
   */
  confirm: (store, { violationIds, reason: why, lowerSuspension }, context) => {
    const { actor, now, because } = context
    const rows = getViolations(store, context, violationIds)
    requireOthers(context, rows)
    requireStatus(
      store,
      rows,
      ({ status }) => undecided.includes(status) || (status === 'confirmed' && lowerSuspension !== undefined),
      'violation_cannot_be_confirmed',
    )
    if (why) because(why)
    for (const { violationId, status, decisionReason } of rows) {
      changeViolation(store, violationId, {
        status: 'confirmed',
        decidedAt: now,
        decidedBy: actor.staffId,
        decisionReason: why || (status === 'confirmed' ? decisionReason : null),
        ...(lowerSuspension === undefined ? {} : { suspensionLowered: lowerSuspension }),
      })
    }
    return { confirmed: rows.length }
  },

  /** 免除, with a reason; what is confirmed can still be waived before it is approved. */
  waive: (store, { violationIds, reason: why }, context) => {
    const { actor, now, because } = context
    const rows = getViolations(store, context, violationIds)
    requireOthers(context, rows)
    requireStatus(store, rows, ({ status }) => waivable.includes(status), 'violation_cannot_be_waived')
    because(why)
    for (const { violationId } of rows) {
      changeViolation(store, violationId, {
        status: 'waived',
        decidedAt: now,
        decidedBy: actor.staffId,
        decisionReason: why,
      })
    }
    return { waived: rows.length }
  },

  /** 申诉 before approval: with a text, and a recording of his own where he has one. The manager decides again. */
  object: (store, { violationIds, reason: text, recordingId }, context) => {
    const { now, because, scope } = context
    const rows = getViolations(store, context, violationIds)
    requireStatus(store, rows, ({ status }) => objectable.includes(status), 'violation_cannot_be_objected')
    const owners = recordingId ? findRecordingOwners(store, recordingId) : []
    if (recordingId && !owners.some((staffId) => inScope(scope, staffId)))
      refuse('NOT_FOUND', { what: 'recording', id: recordingId })
    because(text)
    for (const { violationId, status } of rows) {
      changeViolation(store, violationId, {
        status: 'objected',
        objection: text,
        objectedAt: now,
        objectionRecordingId: recordingId ?? null,
        confirmedBefore: status === 'confirmed',
      })
    }
    return { objected: rows.length }
  },
}
