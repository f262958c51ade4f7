import { setImmediate } from 'node:timers/promises'
import type { LedgerLayout } from './lay-out-ledger.ts'
import { readRow, type ReadingContext, type ReadRow } from './read-row.ts'

/** Rows read before other work gets its turn: some 10 ms. */
const handful = 1000

/** Reads every row of a ledger, giving way to other work in between. */
export const readRows = async (
  layout: LedgerLayout,
  context: Omit<ReadingContext, 'mapping'>,
): Promise<ReadRow[]> => {
  const whole = { ...context, mapping: layout.mapping }
  const read: ReadRow[] = []
  for (const row of layout.rows) {
    read.push(readRow(row, whole))
    if (read.length % handful === 0) await setImmediate()
  }
  return read
}
