import type { HandlersOf } from '#main/calls/context.ts'

/** What left the application on paper or as a file: nothing is stored but the trail itself. */
export const outputs: HandlersOf<'outputs'> = {
  record: (_store, { what, form, detail, rows }, { because }) => {
    because(JSON.stringify({ what, form, detail: detail ?? null, rows }))
    return null
  },
}
