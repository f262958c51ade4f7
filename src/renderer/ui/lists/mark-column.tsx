import { Checkbox } from '@mantine/core'
import type { Column } from './DataTable.tsx'
import type { MarkedRows } from './use-marked-rows.ts'

/** The first column of a table whose lines are chosen together: a tick for each, and one for all. */
export const markColumn = <Row,>(
  marks: MarkedRows<Row>,
  labels: { readonly all: string; readonly one: (row: Row) => string },
): Column<Row> => ({
  key: 'mark',
  header: (
    <Checkbox
      size="xs"
      aria-label={labels.all}
      checked={marks.isAll}
      indeterminate={marks.count > 0 && !marks.isAll}
      onChange={marks.toggleAll}
    />
  ),
  width: '36px',
  render: (row) => (
    <Checkbox
      size="xs"
      tabIndex={-1}
      aria-label={labels.one(row)}
      checked={marks.isMarked(row)}
      onClick={(event) => {
        event.stopPropagation()
        marks.toggle(row, { to: event.shiftKey })
      }}
      onChange={() => undefined}
    />
  ),
})
