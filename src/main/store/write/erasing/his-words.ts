import type { ReadableStore, RowChange } from '../../handle.ts'
import type { Reach } from '../../read/erasure.ts'
import { eachAuditEntry } from '../../read/verification.ts'
import { rowsOf } from './held-rows.ts'
import { held } from './held.ts'
import { someEntries, type Entries } from './some-entries.ts'
import { isHisChange, personalKeys } from './redact-evidence.ts'

/** Every id and every word of his rows, before they are emptied. */
export function listHisWords(
  store: ReadableStore,
  reach: Reach,
): { readonly rows: ReadonlySet<string>; readonly texts: ReadonlySet<string> } {
  const rows = new Set<string>([...reach.ids, ...reach.deals])
  const texts = new Set<string>()
  for (const each of held) {
    const named = new Set([...each.words, ...Object.keys(each.instead ?? {})])
    for (const { key, row } of rowsOf(store, each, each.his, reach)) {
      rows.add(String(key))
      for (const [name, value] of Object.entries(row))
        if (named.has(name) && typeof value === 'string' && value !== '') texts.add(value)
    }
  }
  return { rows, texts }
}

export interface Former {
  readonly phones: readonly string[]
  readonly names: readonly string[]
  readonly texts: readonly string[]
}

/** What the trail still tells of him that his rows do not: former names, numbers and words. */
export function listFormer(store: ReadableStore, rows: ReadonlySet<string>, only?: Entries): Former {
  const phones = new Set<string>()
  const names = new Set<string>()
  const texts = new Set<string>()
  const take = ({ table, before, after }: RowChange) => {
    const keys = personalKeys.get(table) ?? new Set<string>()
    for (const row of [before, after]) {
      for (const [key, value] of Object.entries(row ?? {})) {
        if (!keys.has(key) || typeof value !== 'string' || value.length < 2) continue
        if (key === 'name' || key === 'callerName') names.add(value)
        else if (key === 'phone' || key === 'mobile') phones.add(value)
        else texts.add(value)
      }
    }
  }
  for (const { changes } of only ? someEntries(store, only) : eachAuditEntry(store)) {
    const said = JSON.parse(changes) as unknown
    if (!Array.isArray(said)) continue
    for (const change of said as RowChange[]) if (isHisChange(change, rows)) take(change)
  }
  return { phones: [...phones], names: [...names], texts: [...texts] }
}
