import type { PaperForm } from '../../ui/paper/use-paper-output.tsx'

const forms: readonly PaperForm[] = ['print', 'pdf', 'picture']

/** What the addresses of a signed sheet carry: whose signature, and what to do with it at once. */
export interface SheetSearch {
  readonly signedBy?: string
  readonly form?: PaperForm
}

export function readSheetSearch({ signedBy, form }: Record<string, unknown>): SheetSearch {
  const known = forms.find((each) => each === form)
  return { ...(typeof signedBy === 'string' ? { signedBy } : {}), ...(known ? { form: known } : {}) }
}
