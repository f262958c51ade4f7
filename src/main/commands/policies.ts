import type { HandlersOf } from '#main/calls/context.ts'
import { policyOn } from '#main/store/read/store.ts'

export const policies: HandlersOf<'policies'> = {
  current: (store, _input, { today }) => policyOn(store, today),
}
