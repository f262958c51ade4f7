import type { ReactNode } from 'react'
import type { ShownFailure } from '../../api/failure.ts'
import { ErrorState } from '../states/ErrorState.tsx'
import classes from './LinesAndDetails.module.css'
import { LoadingRows } from '../states/LoadingRows.tsx'
import { SplitView } from './SplitView.tsx'
import { VirtualList } from './VirtualList.tsx'

interface LinesAndDetailsProps<Row> {
  /** Names the pair of panes; their widths are remembered under it. */
  readonly name: string
  /** What `usePages` answered. */
  readonly list: {
    readonly rows: readonly Row[]
    readonly pending: boolean
    readonly failure: ShownFailure | null
    readonly readMore: () => void
    readonly readAgain: () => void
  }
  readonly label: string
  readonly keyOf: (row: Row) => string
  readonly renderItem: (row: Row) => ReactNode
  readonly selected: Row | undefined
  readonly onSelect: (row: Row) => void
  readonly onOpen?: (row: Row) => void
  /** In place of both panes when there are no lines. */
  readonly empty: ReactNode
  readonly renderDetails: (row: Row) => ReactNode
  readonly detailsLabel: string
  readonly listShare?: number
}
const rowHeight = 52

/** A list of two-line rows with the selected one beside it; what stands there while it is read, fails or is empty. */
export function LinesAndDetails<Row>(props: LinesAndDetailsProps<Row>) {
  const { name, list, label, keyOf, renderItem, selected, onSelect, onOpen, empty, renderDetails } = props
  const { rows, pending, failure, readAgain, readMore } = list
  if (failure) return <ErrorState error={failure} onRetry={readAgain} />
  if (pending) return <LoadingRows rows={10} rowHeight={rowHeight} />
  if (rows.length === 0) return empty
  return (
    <SplitView
      name={name}
      {...(props.listShare === undefined ? {} : { listShare: props.listShare })}
      detailsLabel={props.detailsLabel}
      list={
        <div className={classes.list}>
          <VirtualList
            label={label}
            items={rows}
            keyOf={keyOf}
            rowHeight={rowHeight}
            renderItem={renderItem}
            selectedKey={selected === undefined ? null : keyOf(selected)}
            onSelect={onSelect}
            onOpen={onOpen}
            onEnd={readMore}
          />
        </div>
      }
      details={selected === undefined ? null : renderDetails(selected)}
    />
  )
}
