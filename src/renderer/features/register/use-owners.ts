import { reachOf } from '#shared/access/permissions.ts'
import { useQuery } from '../../api/use-query.ts'
import { useSession } from '../../api/use-session.ts'

export interface Owners {
  /** A consultant registers for himself; everybody else says for whom. */
  readonly choosesFor: boolean
  readonly all: readonly {
    readonly staffId: string
    readonly name: string
    readonly suspendedUntil: string | null
  }[]
  /** The one there is, where there is only one. */
  readonly only: string | null
}

/** The consultants who may become the owner; of a visit's card its consultant is it. */
export function useOwners(visit?: object): Owners {
  const { staff } = useSession()
  const choosesFor = staff.role !== 'consultant' && visit === undefined
  const { data } = useQuery('staff.list', { limit: 500 }, { enabled: choosesFor })
  const isTeam = reachOf(staff.role, 'customer.register') === 'team'
  const all = (data?.rows ?? []).filter(
    ({ role, status, managerId }) =>
      role === 'consultant' && status === 'active' && (!isTeam || managerId === staff.staffId),
  )
  return { choosesFor, all, only: all.length === 1 ? (all[0]?.staffId ?? null) : null }
}
