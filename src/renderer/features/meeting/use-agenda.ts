import { useEffect, useState } from 'react'
import type { Figure } from '#shared/domain/codes.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { usePages } from '../../api/use-pages.ts'
import { useQuery } from '../../api/use-query.ts'
import { makeAgenda, type AgendaPage } from './agenda.ts'

interface Pages<R> {
  readonly rows: readonly R[]
  readonly total: number
  readonly pending: boolean
  readonly failure: unknown
  readonly readMore: () => void
  readonly readAgain: () => void
}

/** Reads a list to its end: the meeting leaves nobody out. */
function useWhole<R>(list: Pages<R>): Pages<R> & { readonly complete: boolean } {
  const complete = !list.pending && list.failure === null && list.rows.length >= list.total
  useEffect(() => {
    if (!complete && !list.pending && list.failure === null) list.readMore()
  })
  return { ...list, complete }
}
const useLines = (on: BusinessDate, figure: Figure) => useWhole(usePages('dailyCheck.lines', { on, figure }))

/**
 * The pages of the meeting of a date, as they were when it began: what is settled during the meeting stays in its
 * place, so that nobody loses his.
 */
export function useAgenda(on: BusinessDate) {
  const check = useQuery('dailyCheck.get', { on })
  const lists = [
    useLines(on, 'overdue'),
    useLines(on, 'expired'),
    useLines(on, 'missingPlan'),
    useLines(on, 'beyondLimit'),
    useLines(on, 'outOfStep'),
    useLines(on, 'dormant'),
    useLines(on, 'unanswered'),
    useLines(on, 'notDone'),
    useLines(on, 'lateRecorded'),
    useLines(on, 'uncardedVisits'),
  ]
  const losses = useWhole(usePages('losses.list', {}))
  const violations = useWhole(usePages('violations.list', { from: on, until: on }))
  const [pages, setPages] = useState<readonly AgendaPage[] | null>(null)
  const all = [...lists, losses, violations]
  if (pages === null && check.data?.on === on && all.every(({ complete }) => complete)) {
    setPages(
      makeAgenda({
        consultants: check.data.consultants,
        lines: lists.flatMap(({ rows }) => rows),
        losses: losses.rows,
        violations: violations.rows,
        attention: check.data.attention ?? [],
      }),
    )
  }
  return {
    check: check.data,
    pages,
    error:
      pages === null ? (check.error ?? all.find(({ failure }) => failure !== null)?.failure ?? null) : null,
    retry: () => {
      void check.refetch()
      for (const { readAgain } of all) readAgain()
    },
  }
}
