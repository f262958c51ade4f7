import type { Contract, OutputOf } from '#shared/contract/index.ts'
import type { ExportedList, listQueries } from '#shared/contract/exports.ts'
import type { InputOf } from '#shared/contract/index.ts'
import type { Locale } from '#shared/contract/setup.ts'
import type { Reason } from '#shared/reasons.ts'
import { texts, type Text } from '#shared/text/index.ts'
import { sayReason } from '#shared/text/say.ts'
import { businessDateAt, timeOfDayAt, type Instant } from '#shared/time/instant.ts'
import type { Cell } from '../write-book.ts'

type DeclarationAt<P> = P extends `${infer N}.${infer V}`
  ? N extends keyof Contract
    ? V extends keyof Contract[N]
      ? Contract[N][V]
      : never
    : never
  : never
type QueryOf<L extends ExportedList> = DeclarationAt<(typeof listQueries)[L]>
/** One row of a list, as its query answers it. */
export type RowOf<L extends ExportedList> =
  OutputOf<QueryOf<L>> extends { readonly rows: readonly (infer Row)[] } ? Row : never
type FilterOf<L extends ExportedList> = Omit<NonNullable<InputOf<QueryOf<L>>>, 'cursor' | 'limit'>

/** How the value of a filter is told: as it is, as somebody's name, as yes, or in the words of a vocabulary. */
export type FilterKind = 'text' | 'staff' | 'yes' | 'show' | keyof Text['codes']
export type ColumnWord = keyof Text['exports']['column']

/** What a cell may need besides its row. */
export interface Say {
  readonly codes: Text['codes']
  readonly locale: Locale
  /** 是, or nothing. */
  readonly yes: (value: boolean) => Cell
  readonly moment: (at: Instant | null) => Cell
  readonly reasons: (reasons: readonly Reason[]) => Cell
  readonly phone: (phone: string | null) => Cell
  readonly joined: (parts: readonly string[]) => Cell
  readonly call: (path: string) => Cell
}

export interface ListColumn<Row> {
  readonly head: ColumnWord
  readonly as: 'text' | 'count' | 'yuan'
  readonly width: number
  readonly cell: (row: Row, say: Say) => Cell
}

/** A list as a table: its columns, how its filter is told, and whether its query answers in pages. */
export interface ListSheet<L extends ExportedList> {
  readonly columns: readonly ListColumn<RowOf<L>>[]
  readonly filter: { readonly [K in keyof FilterOf<L>]-?: FilterKind }
  readonly paged: boolean
}

type CellOf<Row> = (row: Row, say: Say) => Cell
const usualWidth = 13
const countWidth = 9
const yuanWidth = 13

export const text = <Row>(head: ColumnWord, cell: CellOf<Row>, width = usualWidth): ListColumn<Row> => ({
  head,
  as: 'text',
  width,
  cell,
})
export const count = <Row>(head: ColumnWord, cell: CellOf<Row>): ListColumn<Row> => ({
  head,
  as: 'count',
  width: countWidth,
  cell,
})
/** Takes fen. */
export const yuan = <Row>(head: ColumnWord, cell: CellOf<Row>): ListColumn<Row> => ({
  head,
  as: 'yuan',
  width: yuanWidth,
  cell,
})

/** A landline keeps its area code apart: as bare digits a spreadsheet would take its zero away. */
const landline = /^(010|02\d|0[3-9]\d{2})(\d{7,8})$/

/** The words of a language and the clock of a store, for the cells of a list. */
export function sayIn(locale: Locale, zone: string): Say {
  const words = texts[locale]
  const calls: Readonly<Record<string, string>> = words.audit.calls
  const { between, yes } = words.exports
  const joined = (parts: readonly string[]): Cell => parts.join(between)
  return {
    codes: words.codes,
    locale,
    yes: (value) => (value ? yes : null),
    moment: (at) => (at === null ? null : `${businessDateAt(at, zone)} ${timeOfDayAt(at, zone)}`),
    reasons: (reasons) => joined(reasons.map((each) => sayReason(each, locale))),
    phone: (phone) => phone?.replace(landline, '$1-$2') ?? null,
    joined,
    call: (path) => calls[path.replace('.', '_')] ?? path,
  }
}
