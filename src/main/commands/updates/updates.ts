import { readUpdateSource } from '#main/platform/update-source.ts'
import { refuseField } from '#shared/errors.ts'
import type { HandlersOf } from '#main/calls/context.ts'
import { findUpdateSource } from '#main/store/read/update-source.ts'
import { saveUpdateSource } from '#main/store/write/update-source.ts'

/** Where new versions of the program come from. */
export const updates: HandlersOf<'updates'> = {
  source: (store) => ({ source: findUpdateSource(store) }),
  setSource: (store, { source }) => {
    if (source !== null && !readUpdateSource(source)) refuseField('source', 'update_source')
    saveUpdateSource(store, source)
    return null
  },
}
