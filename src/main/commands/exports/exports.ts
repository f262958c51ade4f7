import { basename } from 'node:path'
import type { HandlersOf } from '#main/calls/context.ts'
import type { PreparedExport } from './exports-preparation.ts'

/** Lists that leave the program as files: they are written before the act, which leaves the trace (R-13.3, S5). */
export const exports: HandlersOf<'exports'> = {
  list: (_store, { list, filter, path, reason }, { prepared, because }) => {
    const { rows, form } = prepared as PreparedExport
    because(
      JSON.stringify({ what: 'list', list, form, filter: filter ?? {}, rows, file: basename(path), reason }),
    )
    return { path, rows }
  },
}
