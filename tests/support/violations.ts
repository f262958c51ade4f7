import { writeRows } from './book.ts'
import type { PersonName, TrainingStore } from './training-store.ts'

/** Violations of chosen kinds and dates, which a real history would need weeks for. */

let made = 0
const managers: Partial<Record<PersonName, PersonName>> = {
  chen: 'manager',
  li: 'manager',
  zhou: 'otherManager',
}

/** Puts a raised violation into the store, as the roll of its date would have; answers its id. */
export function raise(
  store: TrainingStore,
  who: PersonName,
  kind: string,
  on: string,
  parts: { readonly manager?: PersonName | null; readonly policyVersion?: number } = {},
): string {
  made += 1
  const id = `violation-${String(made).padStart(6, '0')}`
  const manager = parts.manager === undefined ? managers[who] : parts.manager
  writeRows(
    store,
    `insert into violations (violation_id, identity, kind, staff_id, "on", status, rule_id, policy_version, reasons, raised_at, manager_id)
     values (?, ?, ?, ?, ?, 'raised', 'R-8.1', ?, ?, 0, ?)`,
    id,
    id,
    kind,
    store.ids[who],
    on,
    parts.policyVersion ?? 1,
    JSON.stringify([
      { code: 'frequency_breach', data: { anchorOn: '2026-03-01', limit: '2026-03-04', grade: 'H' } },
    ]),
    manager ? store.ids[manager] : null,
  )
  return id
}

/** Raised and confirmed by the manager. */
export function confirmed(
  store: TrainingStore,
  who: PersonName,
  kind: string,
  on: string,
  parts: Parameters<typeof raise>[4] = {},
): string {
  const id = raise(store, who, kind, on, parts)
  store.ok(managers[who] ?? 'director', 'violations.confirm', { violationIds: [id] })
  return id
}

/** Changes the penalties of the policy in force, as if it had always been so. */
export function withPenalties(store: TrainingStore, path: string, value: unknown): void {
  writeRows(store, 'drop trigger if exists policies_no_update')
  writeRows(
    store,
    `update policies set document = json_set(document, ?, json(?))`,
    `$.penalties.${path}`,
    JSON.stringify(value),
  )
}

export const wholeYear = { from: '2026-01-01', until: '2026-12-31' }
export const ledger = (store: TrainingStore, as: PersonName = 'director') =>
  store.ok(as, 'penalties.ledger', { ...wholeYear, limit: 500 })
export const linesOf = (store: TrainingStore, as: PersonName = 'director') =>
  ledger(store, as).rows.map(
    ({ on, part, staffName, occasion, items, amount }) =>
      `${on} ${part} ${staffName} ${occasion} ${items}×→${amount}`,
  )
export const statusOf = (store: TrainingStore, id: string) =>
  store.ok('director', 'violations.list', { limit: 500 }).rows.find(({ violationId }) => violationId === id)
    ?.status
export const approve = (store: TrainingStore, ...violationIds: string[]) =>
  store.ok('director', 'penalties.approve', { violationIds }).entryIds
