import { useQueryClient } from '@tanstack/react-query'
import { queryOf, useQuery } from '../../api/use-query.ts'
import type { CallInput, CallOutput } from '../../api/calls.ts'

export type Proposal = CallOutput<'opportunities.proposePlan'>
export type ProposalInput = CallInput<'opportunities.proposePlan'>

/** The next plan as the rules propose it; the last answer stays while the next is asked for. */
export function useProposal(input: ProposalInput, enabled = true) {
  const client = useQueryClient()
  const query = useQuery('opportunities.proposePlan', input, { enabled, keepLast: true })
  return {
    /** What the screen shows: perhaps still the answer to what was chosen before. */
    data: enabled ? query.data : undefined,
    /** The answer to what is chosen now: a save that is faster than it waits, and never takes the date of another grade. */
    settled: async (): Promise<Proposal | undefined> => {
      if (!enabled) return undefined
      return client.ensureQueryData(queryOf('opportunities.proposePlan', input)).catch(() => undefined)
    },
  }
}
