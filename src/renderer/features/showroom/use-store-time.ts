import { timeOfDayAt } from '#shared/time/instant.ts'
import { useQuery } from '../../api/use-query.ts'
import { useSession } from '../../api/use-session.ts'

const oftenMs = 20_000

/** The store's time of day, which ticks: a training store stands where it was set, so the application is asked. */
export function useStoreTime(): string {
  const { store } = useSession()
  useQuery('store.status', undefined, { everyMs: oftenMs })
  return timeOfDayAt(store.now, store.zone)
}
