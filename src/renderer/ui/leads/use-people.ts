import { reachOf } from '#shared/access/permissions.ts'
import { useQuery } from '../../api/use-query.ts'
import { useSession } from '../../api/use-session.ts'

const most = 500

export interface People {
  /** Consultants within reach; for whoever has only his own, nobody. */
  readonly consultants: readonly { readonly staffId: string; readonly name: string }[]
  /** Those of them who stand in the rotation of leads. */
  readonly takers: readonly { readonly staffId: string; readonly name: string }[]
}

/** Who may be given a lead. */
export function usePeople(): People {
  const { staff } = useSession()
  const reach = reachOf(staff.role, 'lead.assign')
  const { data } = useQuery('staff.list', { limit: most }, { enabled: reach !== undefined })
  const consultants = (data?.rows ?? []).filter(
    ({ role, status, managerId }) =>
      role === 'consultant' && status === 'active' && (reach === 'store' || managerId === staff.staffId),
  )
  return { consultants, takers: consultants.filter(({ takesLeads }) => takesLeads) }
}
