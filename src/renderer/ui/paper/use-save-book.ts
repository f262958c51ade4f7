import type { ShownFailure } from '../../api/failure.ts'
import { desktop } from '../../api/desktop.ts'
import { useWords } from '../words/use-words.ts'
import { tellFailed, tellSaved } from './notices.tsx'

type Written =
  | { readonly ok: true; readonly value: { readonly path: string } }
  | { readonly ok: false; readonly failure: ShownFailure }

/** Saves a workbook where the person chooses; main writes it and leaves the trace. The name is without its ending. */
export function useSaveBook() {
  const words = useWords()
  return async (fileName: string, write: (path: string) => Promise<Written>) => {
    const path = await desktop.call('saveFile', { suggestedName: `${fileName}.xlsx`, kind: 'ledger' })
    if (path === null) return
    const done = await write(path)
    if (done.ok) tellSaved(done.value.path)
    else tellFailed(words.failure(done.failure))
  }
}
