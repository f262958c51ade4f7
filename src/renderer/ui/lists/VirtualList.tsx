import { useId, type ReactNode } from 'react'
import { handleListKeys } from '../keys/list-keys.ts'
import { useVirtualRows } from './use-virtual-rows.ts'
import classes from './VirtualList.module.css'

interface VirtualListProps<T> {
  /** Names the list for screen readers. */
  readonly label: string
  readonly items: readonly T[]
  readonly keyOf: (item: T) => string
  /** One line. Nothing in it may take the focus: it is an option of a list box. */
  readonly renderItem: (item: T, state: { readonly selected: boolean }) => ReactNode
  readonly selectedKey: string | null
  readonly onSelect: (item: T) => void
  /** Enter or double click. */
  readonly onOpen?: (item: T) => void
  readonly rowHeight?: number
  readonly onEnd?: () => void
}

/** Thousands of lines, walked with ↑ ↓, opened with Enter. Only those in sight are drawn. */
export function VirtualList<T>({
  label,
  items,
  keyOf,
  renderItem,
  selectedKey,
  onSelect,
  onOpen,
  rowHeight = 34,
  onEnd,
}: VirtualListProps<T>) {
  const id = useId()
  const index = items.findIndex((item) => keyOf(item) === selectedKey)
  const { boxRef, height, rows } = useVirtualRows({
    name: label,
    count: items.length,
    rowHeight,
    index,
    onEnd,
  })
  const selected = items[index]
  const select = (at: number) => {
    const item = items[at]
    if (item !== undefined) onSelect(item)
  }
  return (
    <div
      ref={boxRef}
      className={classes.box}
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={index >= 0 ? `${id}-${index}` : undefined}
      onKeyDown={(event) =>
        handleListKeys(event, {
          count: items.length,
          index,
          onMove: select,
          onOpen: () => selected !== undefined && onOpen?.(selected),
        })
      }
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
