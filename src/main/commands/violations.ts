import type { HandlersOf } from '#main/calls/context.ts'
import { pageOf, readPage } from '#main/calls/page.ts'
import { listViolations } from '#main/store/read/violations.ts'

/** What rolls and acts have found (R-8.1, 违规), newest first. Confirming and waiving come with the penalties. */
export const violations: HandlersOf<'violations'> = {
  list: (store, input, { scope }) => {
    const page = readPage(input)
    const { rows, total } = listViolations(store, scope, input ?? {}, page)
    return pageOf(page, rows, total)
  },
}
