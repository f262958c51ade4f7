import { type ReactNode } from 'react'
import classes from './DataTable.module.css'
import { useWalkedRows, type WalkedRows } from './use-walked-rows.ts'

export interface Column<T> {
  readonly key: string
  readonly header: ReactNode
  /** A width of a CSS grid track: `90px`, `minmax(120px, 1fr)`. */
  readonly width: string
  readonly align?: 'left' | 'right' | 'center'
  readonly render: (item: T) => ReactNode
}

interface DataTableProps<T> extends WalkedRows<T> {
  readonly columns: readonly Column<T>[]
  /** Shown in place of rows. */
  readonly empty?: ReactNode
}

/** As high as `.headRow`, in pixels. */
const headHeight = 32

/** A table of thousands of rows with a head that stays, walked with ↑ ↓, opened with Enter. Cells may hold buttons. */
export function DataTable<T>(props: DataTableProps<T>) {
  const { label, columns, items, keyOf, onSelect, onOpen, rowHeight = 34, empty } = props
  const { boxRef, height, rows, index, onKeyDown } = useWalkedRows(props, { rowHeight, head: headHeight })
  const tracks = { gridTemplateColumns: columns.map((column) => column.width).join(' ') }
  return (
    <div
      ref={boxRef}
      className={classes.box}
      role="grid"
      aria-label={label}
      aria-rowcount={items.length + 1}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className={classes.head}>
        <div role="row" aria-rowindex={1} className={classes.headRow} style={tracks}>
          {columns.map((column) => (
            <div key={column.key} role="columnheader" className={classes.cell} data-align={column.align}>
              {column.header}
            </div>
          ))}
        </div>
      </div>
      {items.length === 0 && empty}
      <div role="rowgroup" className={classes.space} style={{ height }}>
        {rows.map((row) => {
          const item = items[row]
          if (item === undefined) return null
          return (
            <div
              key={keyOf(item)}
              role="row"
              aria-rowindex={row + 2}
              aria-selected={onSelect ? row === index : undefined}
              className={classes.row}
              style={{ ...tracks, height: rowHeight, top: row * rowHeight }}
              onClick={() => onSelect?.(item)}
              onDoubleClick={() => onOpen?.(item)}
            >
              {columns.map((column) => (
                <div key={column.key} role="gridcell" className={classes.cell} data-align={column.align}>
                  {column.render(item)}
                </div>
              ))}
            </div>
          )
        })}
      </div>
    </div>
  )
}
