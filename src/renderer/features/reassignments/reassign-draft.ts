import { useSessionStorage } from '@mantine/hooks'
import type { CallInput, CallOutput } from '../../api/calls.ts'

/** What is being handed over, kept while one looks at another page or a call fails. */
export interface ReassignDraft {
  readonly from: { readonly staffId: string; readonly name: string }
  readonly step: 'customers' | 'receivers'
  /** Customers that are chosen; null for all. */
  readonly chosen: readonly string[] | null
  /** Receivers in the order in which they were chosen. */
  readonly to: readonly string[]
  readonly spread: 'one' | 'evenByGrade'
  /** Receivers of customers that were given by hand, by customer. */
  readonly byHand: Readonly<Record<string, string>>
  readonly reason: string
  readonly done: CallOutput<'reassignments.apply'> | null
}

export const newDraft = (from: ReassignDraft['from']): ReassignDraft => ({
  from,
  step: 'customers',
  chosen: null,
  to: [],
  spread: 'evenByGrade',
  byHand: {},
  reason: '',
  done: null,
})

export const useDraft = () =>
  useSessionStorage<ReassignDraft | null>({
    key: 'showroom.reassign',
    defaultValue: null,
    getInitialValueInEffect: false,
  })

/** The draft as the calls take it. Who was given by hand and is not chosen any more stays behind. */
export function inputOf({ from, chosen, to, spread, byHand }: ReassignDraft) {
  const isChosen = chosen === null ? () => true : (id: string) => chosenIds.has(id)
  const chosenIds = new Set(chosen)
  const assignments = Object.entries(byHand)
    .filter(([customerId]) => isChosen(customerId))
    .map(([customerId, receiver]) => ({ customerId, to: receiver }))
  return {
    from: from.staffId,
    customerIds: chosen === null ? ('all' as const) : [...chosen],
    to: [...to],
    spread,
    assignments,
  } satisfies CallInput<'reassignments.preview'>
}
