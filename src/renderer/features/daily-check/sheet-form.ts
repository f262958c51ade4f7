const forms = ['print', 'pdf', 'picture'] as const
/** In which form a signed sheet leaves the program. */
export type SheetForm = (typeof forms)[number]

/** What the addresses of a signed sheet carry: whose signature, and what to do with it at once. */
export interface SheetSearch {
  readonly signedBy?: string
  readonly form?: SheetForm
}

export function readSheetSearch({ signedBy, form }: Record<string, unknown>): SheetSearch {
  const known = forms.find((each) => each === form)
  return { ...(typeof signedBy === 'string' ? { signedBy } : {}), ...(known ? { form: known } : {}) }
}
