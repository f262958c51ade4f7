import type { ExportedList } from '#shared/contract/exports.ts'
import { texts } from '#shared/text/index.ts'
import { fill } from '#shared/text/say.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { FilterKind, Say } from '#main/files/sheets/lists/list-sheet.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { findStaff } from '#main/store/read/staff.ts'
import { getStore } from '#main/store/read/store.ts'

type Filter = Readonly<Record<string, string | boolean>>

export interface Taken {
  readonly list: ExportedList
  readonly filter: Filter
  readonly reason: string
  readonly by: string
  readonly at: Instant
  readonly rows: number
}

/** One filter's value in words: whose, which, or as it was typed. */
function valueInWords(
  store: ReadableStore,
  kind: FilterKind | undefined,
  value: string | boolean,
  say: Say,
): string {
  if (typeof value === 'boolean') {
    const { yes, no } = texts[say.locale].common
    return value ? yes : no
  }
  if (kind === undefined || kind === 'text' || kind === 'yes') return value
  if (kind === 'staff') return findStaff(store, value)?.name ?? value
  const vocabulary: Readonly<Record<string, unknown>> =
    kind === 'show' ? texts[say.locale].exports.show : say.codes[kind]
  const words = vocabulary[value]
  return typeof words === 'string' ? words : value
}

/** The filter of a list in words; all of it where nothing is filtered. */
function filterInWords(
  store: ReadableStore,
  filter: Filter,
  kinds: Readonly<Record<string, FilterKind>>,
  say: Say,
): string {
  const words = texts[say.locale].exports
  const names: Readonly<Record<string, string>> = words.filter
  const parts = Object.entries(filter).map(([key, value]) =>
    fill(words.filterIs, { name: names[key] ?? key, value: valueInWords(store, kinds[key], value, say) }),
  )
  return parts.join(words.between) || words.everything
}

/** S5, R-13.3 What stands above an exported list: store, who took it and when, how many rows, which, and why. */
export function markOf(
  store: ReadableStore,
  taken: Taken,
  kinds: Readonly<Record<string, FilterKind>>,
  say: Say,
): string[] {
  const words = texts[say.locale].exports
  const { name, kind } = getStore(store)
  const { by, at, rows, reason } = taken
  return [
    fill(words.markTitle, { store: name, list: words.list[taken.list] }),
    ...(kind === 'training' ? [texts[say.locale].paper.training] : []),
    fill(words.markTaken, { name: by, at: say.moment(at), rows }),
    fill(words.markFilter, { filter: filterInWords(store, taken.filter, kinds, say) }),
    fill(words.markReason, { reason }),
  ]
}
