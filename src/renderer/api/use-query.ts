import {
  keepPreviousData,
  queryOptions,
  useQuery as useReactQuery,
  type UseQueryResult,
} from '@tanstack/react-query'
import { call } from './client.ts'
import type { CallInput, CallOutput, QueryPath } from './calls.ts'

export interface QueryOptions {
  /** False waits, e.g. until a form is complete enough to ask. */
  readonly enabled?: boolean
  /** Keeps the last answer on the screen while the next input is asked for, so that nothing jumps. */
  readonly keepLast?: boolean
  /** Asks again every so many milliseconds, for what changes without a command. */
  readonly everyMs?: number
}

type Args<P extends QueryPath> =
  undefined extends CallInput<P>
    ? [input?: CallInput<P>, options?: QueryOptions]
    : [input: CallInput<P>, options?: QueryOptions]

export const queryKey = (path: QueryPath, input?: unknown) => (input === undefined ? [path] : [path, input])

/** A question with its answer, for a client of queries. */
export const queryOf = <P extends QueryPath>(path: P, input: CallInput<P>) =>
  queryOptions<CallOutput<P>, unknown>({
    queryKey: queryKey(path, input),
    queryFn: ({ signal }) => call(path, input, { signal }),
  })

/** Reads by path: `useQuery('customers.get', { customerId })`. It is read again by itself when a command changes what it shows. */
export function useQuery<P extends QueryPath>(
  path: P,
  ...[input, options = {}]: Args<P>
): UseQueryResult<CallOutput<P>, unknown> {
  const { enabled = true, keepLast = false, everyMs } = options
  return useReactQuery<CallOutput<P>, unknown>({
    ...queryOf(path, input as CallInput<P>),
    enabled,
    ...(keepLast ? { placeholderData: keepPreviousData } : {}),
    ...(everyMs ? { refetchInterval: everyMs } : {}),
  })
}
