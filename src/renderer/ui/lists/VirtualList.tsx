import { useId, type ReactNode } from 'react'
import { useWalkedRows, type WalkedRows } from './use-walked-rows.ts'
import classes from './VirtualList.module.css'

interface VirtualListProps<T> extends WalkedRows<T> {
  /** One line. Nothing in it may take the focus: it is an option of a list box. */
  readonly renderItem: (item: T, state: { readonly selected: boolean }) => ReactNode
  readonly selectedKey: string | null
  readonly onSelect: (item: T) => void
}

/** Thousands of lines, walked with ↑ ↓, opened with Enter. Only those in sight are drawn. */
export function VirtualList<T>(props: VirtualListProps<T>) {
  const { label, items, renderItem, onSelect, onOpen, rowHeight = 34 } = props
  const id = useId()
  const { boxRef, height, rows, index, onKeyDown } = useWalkedRows(props, { rowHeight })
  return (
    <div
      ref={boxRef}
      className={classes.box}
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={index >= 0 ? `${id}-${index}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div className={classes.space} style={{ height }} role="presentation">
        {rows.map((row) => {
          const item = items[row]
          if (item === undefined) return null
          const isSelected = row === index
          return (
            <div
              key={row}
              id={`${id}-${row}`}
              role="option"
              aria-selected={isSelected}
              aria-setsize={items.length}
              aria-posinset={row + 1}
              className={classes.row}
              style={{ height: rowHeight, top: row * rowHeight }}
              onClick={() => onSelect(item)}
              onDoubleClick={() => onOpen?.(item)}
            >
              {renderItem(item, { selected: isSelected })}
            </div>
          )
        })}
      </div>
    </div>
  )
}
