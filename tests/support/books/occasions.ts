import { writeRows } from '#tests/support/book.ts'
import { at, type PersonName, type TrainingStore } from '#tests/support/training-store.ts'

/** Occasions of the ledger put there by hand, for tests of what follows them. */

let counter = 0

export interface MadeOccasion {
  readonly entryId: string
  readonly violationId: string
}

/** An approved entry of somebody's ladder `overdue` with one violation, as approval leaves it. */
export function makeOccasion(
  store: TrainingStore,
  who: PersonName,
  { on, occasion = 1, consequences = ['report'] }: { on: string; occasion?: number; consequences?: string[] },
): MadeOccasion {
  counter += 1
  const entryId = `entry-${counter}`
  const violationId = `violation-${counter}`
  writeRows(
    store,
    `insert into violations (violation_id, identity, kind, staff_id, "on", status, rule_id, policy_version, reasons, raised_at, suspension_lowered, confirmed_before)
     values (?, ?, 'overdue_follow_up', ?, ?, 'approved', 'R-8.1', 1, ?, 1, 0, 0)`,
    violationId,
    `overdue_follow_up:${counter}`,
    store.ids[who],
    on,
    JSON.stringify([{ code: 'overdue_follow_up', data: { dueOn: '2026-03-01', anchorOn: '2026-02-20' } }]),
  )
  writeRows(
    store,
    `insert into penalty_entries (entry_id, part, staff_id, of_staff_id, ladder, "on", occasion, items, unit, per_item, gross, cap_taken, amount, consequences, policy_version, reasons, entered_on, entered_at, entered_by)
     values (?, 'own', ?, ?, 'overdue', ?, ?, 1, 'none', 0, 0, 0, 0, ?, 1, '[]', ?, 1, ?)`,
    entryId,
    store.ids[who],
    store.ids[who],
    on,
    occasion,
    JSON.stringify(consequences),
    on,
    store.ids.director,
  )
  writeRows(store, 'insert into penalty_items (entry_id, violation_id) values (?, ?)', entryId, violationId)
  return { entryId, violationId }
}

/** The report of such an entry, due by a date. */
export function makeReport(store: TrainingStore, who: PersonName, on: string, dueOn: string): string {
  const { entryId } = makeOccasion(store, who, { on })
  const rectificationId = `report-${counter}`
  writeRows(
    store,
    `insert into rectifications (rectification_id, entry_id, staff_id, ladder, "on", due_on, status, version)
     values (?, ?, ?, 'overdue', ?, ?, 'due', 1)`,
    rectificationId,
    entryId,
    store.ids[who],
    on,
    dueOn,
  )
  return rectificationId
}

/** The proposal of suspension of such an entry. */
export function makeProposal(store: TrainingStore, who: PersonName, on: string, proposedOn: string): string {
  const { entryId } = makeOccasion(store, who, { on, occasion: 2, consequences: ['report', 'suspension'] })
  const suspensionId = `suspension-${counter}`
  writeRows(
    store,
    `insert into suspensions (suspension_id, entry_id, staff_id, ladder, "on", proposed_on, status)
     values (?, ?, ?, 'overdue', ?, ?, 'proposed')`,
    suspensionId,
    entryId,
    store.ids[who],
    on,
    proposedOn,
  )
  return suspensionId
}

/** A leave that was asked for. */
export function makeLeave(store: TrainingStore, who: PersonName, from: string, until: string): void {
  counter += 1
  writeRows(
    store,
    `insert into leaves (leave_id, staff_id, from_on, until_on, kind, requested_on, requested_at)
     values (?, ?, ?, ?, 'vacation', ?, ?)`,
    `leave-${counter}`,
    store.ids[who],
    from,
    until,
    from,
    at(from),
  )
}

/** A visit with the moment at which it was written down. */
export function makeVisit(
  store: TrainingStore,
  who: PersonName,
  { on, registered }: { on: string; registered: string | null },
): void {
  counter += 1
  writeRows(
    store,
    `insert into visits (visit_id, visited_on, consultant_id, caller_name, with_intent, registered_at)
     values (?, ?, ?, '陆先生', 0, ?)`,
    `visit-${counter}`,
    on,
    store.ids[who],
    registered === null ? null : at(registered),
  )
}

/** What somebody's check of a date puts before him beside the figures. */
export const attentionLines = (store: TrainingStore, as: PersonName, on: string) =>
  store.ok(as, 'dailyCheck.get', { on }).attention ?? []

/** The lines of one kind, as `who why`. */
export const attentionOf = (store: TrainingStore, as: PersonName, on: string, kind: string) =>
  attentionLines(store, as, on)
    .filter((line) => line.kind === kind)
    .map(({ staffName, reasons }) => `${staffName} ${reasons.map(({ code }) => code).join(',')}`)
