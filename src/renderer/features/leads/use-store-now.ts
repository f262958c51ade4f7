import { useQuery } from '../../api/use-query.ts'
import { useSession } from '../../api/use-session.ts'

const oftenMs = 20_000

/** The moment of the store, which ticks. A training store stands where it was set, so the application is asked. */
export function useStoreNow(): number {
  const { store } = useSession()
  useQuery('store.status', undefined, { everyMs: oftenMs })
  return store.now
}
