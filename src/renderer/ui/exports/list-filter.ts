import type { ExportedList, listQueries } from '#shared/contract/exports.ts'
import type { CallInput } from '../../api/calls.ts'

type InputOfList<L extends ExportedList> = NonNullable<CallInput<(typeof listQueries)[L]>>

/** What the query of a list is asked with, its page apart. */
export type FilterOfList<L extends ExportedList> = Omit<InputOfList<L>, 'cursor' | 'limit'>
