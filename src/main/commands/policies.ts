import type { HandlersOf } from '#main/calls/context.ts'
import { notYet } from '#main/calls/not-yet.ts'
import { policyOn } from '#main/store/read/store.ts'

export const policies: HandlersOf<'policies'> = {
  ...notYet('policies'),
  current: (store, _input, { today }) => policyOn(store, today),
}
