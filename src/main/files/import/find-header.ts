import { matchHeader, proposeMapping } from './header-names.ts'
import { cellText, type LedgerRow } from './ledger.ts'

/** Rows from the top among which the header is looked for. */
export const headerSearchRows = 50

/** Fewest known names that make a row a header. */
const fewestNames = 2

/** How much a row looks like the header of a ledger: the fields it names, more for the two that matter most. */
const weighRow = (row: LedgerRow): number => {
  const texts = row.cells.map(cellText)
  const mapping = proposeMapping(texts)
  const fields = Object.keys(mapping).length
  if (fields < fewestNames) return 0
  const exactNames = texts.filter((text) => (matchHeader(text)?.weight ?? 0) > 50).length
  return (
    fields + exactNames / 100 + (mapping.mobile === undefined ? 0 : 1) + (mapping.name === undefined ? 0 : 1)
  )
}

/**
 * Proposes the header row of a sheet: the one that names most known columns, whatever titles stand above it;
 * without any, the first row that is not blank. The weight tells which of several sheets is a ledger.
 */
export const findHeader = (rows: readonly LedgerRow[]): { readonly row: number; readonly weight: number } => {
  let best = { row: rows[0]?.row ?? 1, weight: 0 }
  for (const each of rows.slice(0, headerSearchRows)) {
    const weight = weighRow(each)
    if (weight > best.weight) best = { row: each.row, weight }
  }
  return best
}
