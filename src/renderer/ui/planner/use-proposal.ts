import { useQuery } from '../../api/use-query.ts'
import type { CallInput, CallOutput } from '../../api/calls.ts'

export type Proposal = CallOutput<'opportunities.proposePlan'>
export type ProposalInput = CallInput<'opportunities.proposePlan'>

/** The next plan as the rules propose it; the last answer stays while the next is asked for. */
export function useProposal(input: ProposalInput, enabled = true) {
  return useQuery('opportunities.proposePlan', input, { enabled, keepLast: true })
}
