import type { ReactNode } from 'react'
import { ErrorState } from '../states/ErrorState.tsx'
import { LoadingRows } from '../states/LoadingRows.tsx'
import { useWindowTitle } from '../page/use-window-title.ts'
import classes from './Paper.module.css'
import { PaperBar } from './PaperBar.tsx'

interface PaperPageProps<Data> {
  /** What the window is called. */
  readonly title: string
  readonly query: {
    readonly data: Data | undefined
    readonly error: unknown
    readonly isError: boolean
    readonly isPending: boolean
    readonly refetch: () => unknown
  }
  readonly onBack: () => void
  /** The bar and the sheet, once it is read. */
  readonly children: (data: Data) => ReactNode
}

/** A page without navigation that shows a document as it lies on paper; the way back is there whatever the answer. */
export function PaperPage<Data>({ title, query, onBack, children }: PaperPageProps<Data>) {
  useWindowTitle(title)
  return (
    <main className={classes.page}>
      {query.data === undefined && <PaperBar onBack={onBack} />}
      {query.isError && (
        <div className="no-print">
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        </div>
      )}
      {query.isPending && <LoadingRows />}
      {query.data !== undefined && children(query.data)}
    </main>
  )
}
