import type { HandlersOf } from '#main/calls/context.ts'
import { notYet } from '#main/calls/not-yet.ts'

export const penalties: HandlersOf<'penalties'> = notYet('penalties')
