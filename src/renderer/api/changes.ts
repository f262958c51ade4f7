import type { Query, QueryClient } from '@tanstack/react-query'
import type { QueryPath } from './calls.ts'
import { client } from './client.ts'
import { topicsOf } from './topics.ts'

const firstWaitMs = 300
const longestWaitMs = 5_000

const shows = (topics: readonly string[]) => (query: Query) => {
  const path = query.queryKey[0] as QueryPath
  return (topicsOf[path] ?? []).some((topic) => topics.includes(topic))
}

/** Hears what commands anywhere have changed and reads again what shows it, until the signal stops it. */
export async function followChanges(queryClient: QueryClient, signal: AbortSignal): Promise<void> {
  let lastSeq: number | undefined
  let waitMs = firstWaitMs
  let again = false
  while (!signal.aborted) {
    try {
      const changes = await client.events.changes(undefined, { signal })
      // What happened while nobody listened is unknown.
      if (again) void queryClient.invalidateQueries()
      again = true
      lastSeq = undefined
      for await (const { topics, seq } of changes) {
        waitMs = firstWaitMs
        const gap = lastSeq !== undefined && seq !== lastSeq + 1
        lastSeq = seq
        void queryClient.invalidateQueries(gap ? {} : { predicate: shows(topics) })
      }
    } catch {
      // The channel closed or the application starts anew; the loop listens again.
    }
    await new Promise((resolve) => setTimeout(resolve, waitMs))
    waitMs = Math.min(waitMs * 2, longestWaitMs)
  }
}
