import type { ReactNode } from 'react'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { FormBar } from './FormBar.tsx'
import type { FormChoice } from './use-form-choice.ts'
import { useFormBook, type FormToSave } from './use-form-book.ts'

interface ViewFrameProps<Data> {
  readonly choice: FormChoice
  readonly query: {
    readonly data: Data | undefined
    readonly error: unknown
    readonly isError: boolean
    readonly isPending: boolean
    readonly refetch: () => unknown
  }
  /** Which form is saved as a workbook; null while none is chosen. */
  readonly form: FormToSave | null
  /** Whose name the file carries. */
  readonly name: string
  readonly customerName?: string | undefined
  readonly onPrint: () => void
  /** In place of the sheet while nothing is asked for. */
  readonly idle?: ReactNode
  readonly children: (data: Data) => ReactNode
}

/** The bar over a form, and the form as soon as it is read. */
export function ViewFrame<Data>(props: ViewFrameProps<Data>) {
  const { choice, query, form, name, customerName, onPrint, idle, children } = props
  const book = useFormBook()
  const { on, month, kind } = choice
  const fileName = book.nameOf(kind, { on, month, name })
  return (
    <>
      <FormBar
        choice={choice}
        customerName={customerName}
        ready={form !== null && query.data !== undefined}
        onPrint={onPrint}
        book={{ save: () => form && void book.save(form, fileName), pending: book.pending }}
      />
      {idle}
      {!idle && query.isError && query.data === undefined && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {!idle && query.isPending && <LoadingRows rows={14} />}
      {!idle && query.data !== undefined && children(query.data)}
    </>
  )
}
