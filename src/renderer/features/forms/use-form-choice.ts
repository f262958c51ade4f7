import { useSessionStorage } from '@mantine/hooks'
import { useQuery } from '../../api/use-query.ts'
import { useSession } from '../../api/use-session.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { FormKind } from './form.ts'

const kept = <T>(staffId: string, key: string, defaultValue: T) => ({
  key: `showroom.forms.${key}.${staffId}`,
  defaultValue,
  getInitialValueInEffect: false,
})

/** Which form of which date, month, person and customer is open; kept while the program runs. */
export function useFormChoice() {
  const { staff, store } = useSession()
  const { staffId: own, role } = staff
  const isOwn = role === 'consultant'
  const [kind, setKind] = useSessionStorage<FormKind>(kept(own, 'kind', 'progress_sheet'))
  const [on, setOn] = useSessionStorage<BusinessDate>(kept(own, 'on', store.today))
  const [month, setMonth] = useSessionStorage(kept(own, 'month', store.today.slice(0, 7)))
  const [person, setPerson] = useSessionStorage(kept(own, 'person', ''))
  const [customerId, setCustomerId] = useSessionStorage(kept(own, 'customer', ''))
  const [from, setFrom] = useSessionStorage(kept(own, 'from', 0))
  const colleagues = useQuery('staff.list', { limit: 500 }, { enabled: !isOwn })
  const people = (colleagues.data?.rows ?? []).filter(
    ({ role: each, managerId }) => each === 'consultant' && (role !== 'manager' || managerId === own),
  )
  const chosen = people.some(({ staffId }) => staffId === person) ? person : null
  const restart =
    <T>(set: (value: T) => void) =>
    (value: T) => {
      setFrom(0)
      set(value)
    }
  return {
    isOwn,
    people,
    kind,
    setKind,
    on,
    setOn,
    month,
    setMonth: restart(setMonth),
    /** Null for everybody within reach. */
    staffId: isOwn ? own : chosen,
    setStaffId: restart((staffId: string | null) => setPerson(staffId ?? '')),
    customerId: customerId === '' ? null : customerId,
    setCustomerId: (id: string | null) => setCustomerId(id ?? ''),
    from,
    setFrom,
  }
}
export type FormChoice = ReturnType<typeof useFormChoice>
