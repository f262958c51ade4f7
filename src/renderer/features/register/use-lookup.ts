import { useDebouncedValue } from '@mantine/hooks'
import { normalisePhone } from '#shared/domain/phone.ts'
import type { Reason } from '#shared/reasons.ts'
import type { CallOutput } from '../../api/calls.ts'
import { useQuery } from '../../api/use-query.ts'

export type Known = CallOutput<'customers.lookup'>
const waitMs = 120

export type PhoneState =
  | { readonly kind: 'empty' | 'looking' | 'free' }
  | { readonly kind: 'wrong'; readonly reason: Reason }
  | { readonly kind: 'known'; readonly customer: Known }

/** Whose phone it is, asked as soon as the number is complete. */
export function useLookup(mobile: string): PhoneState {
  const [asked] = useDebouncedValue(mobile, waitMs)
  const read = normalisePhone(mobile)
  const isSettled = asked === mobile
  const found = useQuery(
    'customers.lookup',
    { phone: read.ok ? read.phone : '' },
    { enabled: read.ok && isSettled },
  )
  if (mobile.trim() === '') return { kind: 'empty' }
  if (!read.ok) return { kind: 'wrong', reason: read.reason }
  if (!isSettled || !found.data) return { kind: found.error ? 'free' : 'looking' }
  return found.data.found ? { kind: 'known', customer: found.data } : { kind: 'free' }
}
