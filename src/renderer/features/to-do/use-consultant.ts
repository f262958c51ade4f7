import { useSessionStorage } from '@mantine/hooks'
import { useQuery } from '../../api/use-query.ts'
import { useSession } from '../../api/use-session.ts'
import { whoseToDoKey } from '../../ui/whose-to-do.ts'

/** Whose list is shown: one's own, or for a manager that of the consultant chosen. */
export function useConsultant() {
  const { staff } = useSession()
  const isOwn = staff.role === 'consultant'
  const colleagues = useQuery('staff.list', { limit: 500 }, { enabled: !isOwn })
  const [chosen, choose] = useSessionStorage<string | null>({
    key: whoseToDoKey(staff.staffId),
    defaultValue: null,
    getInitialValueInEffect: false,
  })
  const consultants = (colleagues.data?.rows ?? []).filter(
    ({ role, status, managerId }) =>
      role === 'consultant' &&
      status === 'active' &&
      (staff.role !== 'manager' || managerId === staff.staffId),
  )
  const staffId =
    consultants.find((each) => each.staffId === chosen)?.staffId ?? consultants[0]?.staffId ?? null
  return {
    isOwn,
    consultants,
    staffId,
    choose,
    isLoading: !isOwn && !colleagues.data,
    error: colleagues.error,
  }
}
