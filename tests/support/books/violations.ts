import type { ViolationKind } from '#shared/domain/codes.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { asBusinessDate } from '#shared/time/business-date.ts'
import { sqliteOf } from '#main/store/handle.ts'
import { policies, violations } from '#main/store/schema/index.ts'
import { insertRow, updateRow } from '#main/store/write/rows.ts'
import { act } from '#tests/support/acts.ts'
import type { PersonName, TrainingStore } from '#tests/support/training-store.ts'

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
  kind: ViolationKind,
  on: string,
  parts: { readonly manager?: PersonName | null; readonly policyVersion?: number } = {},
): string {
  made += 1
  const id = `violation-${String(made).padStart(6, '0')}`
  const manager = parts.manager === undefined ? managers[who] : parts.manager
  act(store, (writable) =>
    insertRow(writable, violations, {
      violationId: id,
      identity: id,
      kind,
      staffId: store.ids[who],
      on: asBusinessDate(on),
      status: 'raised',
      ruleId: 'R-8.1',
      policyVersion: parts.policyVersion ?? 1,
      reasons: [
        { code: 'frequency_breach', data: { anchorOn: '2026-03-01', limit: '2026-03-04', grade: 'H' } },
      ],
      raisedAt: 0,
      managerId: manager ? store.ids[manager] : null,
    }),
  )
  return id
}

/** Raised and confirmed by the manager. */
export function confirmed(
  store: TrainingStore,
  who: PersonName,
  kind: ViolationKind,
  on: string,
  parts: Parameters<typeof raise>[4] = {},
): string {
  const id = raise(store, who, kind, on, parts)
  store.ok(managers[who] ?? 'director', 'violations.confirm', { violationIds: [id] })
  return id
}

/** Changes the penalties of the policy in force, as if it had always been so. */
export function withPenalties(store: TrainingStore, path: string, value: unknown): void {
  act(store, (writable) => {
    const sqlite = sqliteOf(writable)
    const changed = sqlite
      .prepare<[string, string], { version: number; document: string }>(
        'select version, json_set(document, ?, json(?)) as document from policies',
      )
      .all(`$.penalties.${path}`, JSON.stringify(value))
    const trigger = sqlite.prepare(`select sql from sqlite_schema where name = 'policies_no_update'`)
    const guard = String(trigger.pluck().get())
    sqlite.exec('drop trigger policies_no_update')
    for (const { version, document } of changed)
      updateRow(writable, policies, version, { document: JSON.parse(document) as Policy })
    sqlite.exec(guard)
  })
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
