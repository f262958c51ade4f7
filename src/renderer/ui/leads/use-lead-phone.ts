import { useDebouncedValue } from '@mantine/hooks'
import { normalisePhone } from '#shared/domain/phone.ts'
import type { CallOutput } from '../../api/calls.ts'
import { useQuery } from '../../api/use-query.ts'

const waitMs = 120

/** Whose customer a phone is already, asked as soon as the number is complete; undefined while nobody is known. */
export function useKnownCustomer(phone: string): CallOutput<'customers.lookup'> | undefined {
  const [asked] = useDebouncedValue(phone, waitMs)
  const read = normalisePhone(asked)
  const found = useQuery('customers.lookup', { phone: read.ok ? read.phone : '' }, { enabled: read.ok })
  return read.ok && asked === phone && found.data?.found ? found.data : undefined
}
