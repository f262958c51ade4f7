type Values = Readonly<Record<string, unknown>>
interface StoredChange {
  readonly table: string
  readonly id: string
  readonly before: Values | null
  readonly after: Values | null
}

export interface RowChange extends Pick<StoredChange, 'table' | 'before' | 'after'> {
  readonly fields: readonly { readonly name: string; readonly before: string; readonly after: string }[]
}

export type Changes =
  | { readonly kind: 'rows'; readonly rows: readonly RowChange[] }
  | {
      readonly kind: 'bulk'
      readonly counts: readonly {
        readonly table: string
        readonly written: number
        readonly removed: number
      }[]
    }

const shown = (value: unknown): string =>
  value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)

/** The changes of an entry as a table can show them: field by field, or for a bulk act the counts by table. */
export function readChanges(text: string): Changes {
  const read = JSON.parse(text) as
    | StoredChange[]
    | { bulk: Record<string, { written: number; removed: number }> }
  if (!Array.isArray(read)) {
    return { kind: 'bulk', counts: Object.entries(read.bulk).map(([table, count]) => ({ table, ...count })) }
  }
  return {
    kind: 'rows',
    rows: read.map(({ table, before, after }) => ({
      table,
      before,
      after,
      fields: [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].map((name) => ({
        name,
        before: shown(before?.[name]),
        after: shown(after?.[name]),
      })),
    })),
  }
}
