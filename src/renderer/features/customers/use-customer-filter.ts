import { useSessionStorage } from '@mantine/hooks'
import { useCallback } from 'react'
import { opportunityStatuses, type OpportunityStatus } from '#shared/domain/codes.ts'
import { useSession } from '../../api/use-session.ts'

/** What the list of customers is narrowed to; kept while one looks at a card. */
export interface CustomerFilter {
  readonly text: string
  readonly grade: string | null
  readonly ownerId: string | null
  readonly status: OpportunityStatus | null
}
const all: CustomerFilter = { text: '', grade: null, ownerId: null, status: null }

export const isStatus = (code: string | null): code is OpportunityStatus =>
  (opportunityStatuses as readonly (string | null)[]).includes(code)

export function useCustomerFilter() {
  const { staff } = useSession()
  const [filter, setFilter] = useSessionStorage<CustomerFilter>({
    key: `showroom.customers.${staff.staffId}`,
    defaultValue: all,
    getInitialValueInEffect: false,
  })
  const text = filter.text.trim()
  const change = useCallback(
    (part: Partial<CustomerFilter>) => setFilter((before) => ({ ...before, ...part })),
    [setFilter],
  )
  return {
    filter,
    /** As the contract takes it. It is asked at every key: the answer comes before the next one. */
    input: {
      ...(text ? { text } : {}),
      ...(filter.grade ? { grade: filter.grade } : {}),
      ...(filter.ownerId ? { ownerId: filter.ownerId } : {}),
      ...(filter.status ? { status: filter.status } : {}),
    },
    isNarrowed:
      filter.text.trim() !== '' || filter.grade !== null || filter.ownerId !== null || filter.status !== null,
    change,
    clear: () => setFilter(all),
  }
}
