/** Rows of a list unless the asker says otherwise. */
const usualRows = 100

export interface Page {
  readonly offset: number
  readonly limit: number
}

/** What a list was asked for: the cursor of the answer before is the number of rows already seen. */
export function readPage(
  input: { readonly cursor?: string | null; readonly limit?: number } | undefined,
): Page {
  const offset = Number(input?.cursor ?? 0)
  return { offset: Number.isSafeInteger(offset) && offset > 0 ? offset : 0, limit: input?.limit ?? usualRows }
}

/** The answer of a list, with the cursor of the next page where there is one. */
export function pageOf<Row>({ offset, limit }: Page, rows: Row[], total: number) {
  const next = offset + limit
  return { rows, nextCursor: next < total ? String(next) : null, total }
}
