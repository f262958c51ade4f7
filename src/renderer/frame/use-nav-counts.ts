import { useQuery } from '../api/use-query.ts'
import { useCan, useSession } from '../api/use-session.ts'
import type { NavEntry } from './navigation.tsx'

/** What waits behind an entry: lines of today's list, losses to decide. */
export function useNavCounts(): Partial<Record<NavEntry['to'], number>> {
  const { staff } = useSession()
  const toDo = useQuery('toDo.list', undefined, {
    enabled: useCan('toDo.read') && staff.role === 'consultant',
  })
  const losses = useQuery('losses.list', undefined, { enabled: useCan('loss.decide') })
  return {
    ...(toDo.data ? { '/to-do': toDo.data.total } : {}),
    ...(losses.data ? { '/losses': losses.data.total } : {}),
  }
}
