import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { call } from './client.ts'
import type { CallInput, CallOutput, QueryPath } from './calls.ts'
import { asFailure, type ShownFailure } from './failure.ts'

interface PageOf<R> {
  readonly rows: readonly R[]
  readonly nextCursor: string | null
  /** Absent where counting would mean reading everything. */
  readonly total?: number
}
type PagedPath = {
  [P in QueryPath]: CallOutput<P> extends PageOf<unknown>
    ? 'cursor' extends keyof NonNullable<CallInput<P>>
      ? P
      : never
    : never
}[QueryPath]
/** One row of a list that is read in pages: `RowOf<'violations.list'>`. */
export type RowOf<P extends QueryPath> = CallOutput<P> extends PageOf<infer R> ? R : never
type Filter<P extends QueryPath> = Omit<NonNullable<CallInput<P>>, 'cursor' | 'limit'>

const rowsAPage = 100

/** A list that is read page by page as one scrolls: give `readMore` to `onEnd` of a list. */
export function usePages<P extends PagedPath>(
  path: P,
  filter: Filter<P>,
  /** `keepLast` leaves the last rows on the screen while another filter is asked for. */
  options: { readonly enabled?: boolean; readonly keepLast?: boolean } = {},
): {
  readonly rows: readonly RowOf<P>[]
  readonly total: number
  readonly pending: boolean
  readonly failure: ShownFailure | null
  readonly readMore: () => void
  readonly readAgain: () => void
} {
  const query = useInfiniteQuery({
    queryKey: [path, filter, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      call(path, { ...filter, cursor: pageParam, limit: rowsAPage } as unknown as CallInput<P>, {
        signal,
      }) as Promise<PageOf<RowOf<P>>>,
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    enabled: options.enabled ?? true,
    ...(options.keepLast ? { placeholderData: keepPreviousData } : {}),
  })
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query
  // The same rows and acts as long as nothing was read, so that a list is not drawn again for what happens around it.
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data])
  const readMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const readAgain = useCallback(() => void refetch(), [refetch])
  return {
    rows,
    total: data?.pages[0]?.total ?? 0,
    pending: query.isPending,
    failure: error === null || data ? null : asFailure(error),
    readMore,
    readAgain,
  }
}
