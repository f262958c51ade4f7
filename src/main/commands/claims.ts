import type { HandlersOf } from '#main/calls/context.ts'
import { notYet } from '#main/calls/not-yet.ts'

export const claims: HandlersOf<'claims'> = notYet('claims')
