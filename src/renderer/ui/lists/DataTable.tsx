import { type ReactNode } from 'react'
import classes from './DataTable.module.css'
import { handleListKeys } from '../keys/list-keys.ts'
import { useVirtualRows } from './use-virtual-rows.ts'

export interface Column<T> {
  readonly key: string
  readonly header: ReactNode
  /** A width of a CSS grid track: `90px`, `minmax(120px, 1fr)`. */
  readonly width: string
  readonly align?: 'left' | 'right' | 'center'
  readonly render: (item: T) => ReactNode
}

interface DataTableProps<T> {
  /** Names the table for screen readers. */
  readonly label: string
  readonly columns: readonly Column<T>[]
  readonly items: readonly T[]
  readonly keyOf: (item: T) => string
  readonly selectedKey?: string | null
  readonly onSelect?: (item: T) => void
  /** Enter or double click. */
  readonly onOpen?: (item: T) => void
  readonly rowHeight?: number
  /** The last rows came into sight: read the next page. */
  readonly onEnd?: () => void
  /** Shown in place of rows. */
  readonly empty?: ReactNode
}

/** As high as `.headRow`, in pixels. */
const headHeight = 32

/** A table of thousands of rows with a head that stays, walked with ↑ ↓, opened with Enter. Cells may hold buttons. */
export function DataTable<T>(props: DataTableProps<T>) {
  const {
    label,
    columns,
    items,
    keyOf,
    selectedKey = null,
    onSelect,
    onOpen,
    rowHeight = 34,
    onEnd,
    empty,
  } = props
  const index = items.findIndex((item) => keyOf(item) === selectedKey)
  const { boxRef, height, rows } = useVirtualRows({
    name: label,
    count: items.length,
    rowHeight,
    index,
    head: headHeight,
    onEnd,
  })
  const tracks = { gridTemplateColumns: columns.map((column) => column.width).join(' ') }
  const selected = items[index]
  const select = (at: number) => {
    const item = items[at]
    if (item !== undefined) onSelect?.(item)
  }
  return (
    <div
      ref={boxRef}
      className={classes.box}
      role="grid"
      aria-label={label}
      aria-rowcount={items.length + 1}
      tabIndex={0}
      onKeyDown={(event) =>
        handleListKeys(event, {
          count: items.length,
          index,
          onMove: select,
          onOpen: () => selected !== undefined && onOpen?.(selected),
        })
      }
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
