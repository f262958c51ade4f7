import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { hasCloseWindows } from '#shared/policy/grades.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { call } from '../../api/client.ts'
import { queryKey } from '../../api/use-query.ts'
import { usePolicy, useToday } from '../../api/use-session.ts'
import type { ProposalInput } from './use-proposal.ts'

/** Grade and purchase date as they stand in a form; `byHand` remembers which were chosen by a person. */
export interface Pair {
  readonly grade: string | null
  readonly expected: BusinessDate | null
  readonly gradeByHand?: boolean
  readonly dateByHand?: boolean
}

interface PairingOptions {
  readonly opportunityId?: string
  readonly pair: Pair
  readonly onChange: (change: Partial<Pair>) => void
}

/**
 * Grade and purchase date propose each other. Under a policy that only warns, what was chosen by hand stays;
 * one that is strict would refuse the pair, so the other always follows.
 */
export function usePairing({ opportunityId, pair, onChange }: PairingOptions) {
  const policy = usePolicy()
  const today = useToday()
  const queryClient = useQueryClient()
  const latest = useRef(0)
  const ties = hasCloseWindows(policy)
  const keepsHand = policy.gradeDateAgreement === 'warn'

  const ask = (chosen: Pick<ProposalInput, 'grade' | 'expectedPurchaseDate'>) => {
    const input: ProposalInput = { ...(opportunityId ? { opportunityId } : {}), ...chosen }
    return queryClient.fetchQuery({
      queryKey: queryKey('opportunities.proposePlan', input),
      queryFn: () => call('opportunities.proposePlan', input),
    })
  }

  const chooseGrade = async (grade: string, expected: BusinessDate | null) => {
    const turn = (latest.current += 1)
    onChange({ grade, gradeByHand: true })
    if (!ties || (keepsHand && pair.dateByHand && expected !== null)) return
    try {
      // A date that has passed agrees with the hottest grade and yet is no date to keep.
      const present = expected && expected >= today ? expected : undefined
      if (present && (await ask({ grade, expectedPurchaseDate: present })).agrees) return
      const { expectedPurchaseDate } = await ask({ grade })
      if (turn === latest.current && expectedPurchaseDate)
        onChange({ expected: expectedPurchaseDate, dateByHand: false })
    } catch {
      // Nothing was proposed; saving says whether the pair agrees.
    }
  }
  const chooseDate = async (expected: BusinessDate | null) => {
    const turn = (latest.current += 1)
    onChange({ expected, dateByHand: expected !== null })
    if (!expected || !ties || (keepsHand && pair.gradeByHand)) return
    try {
      const { grade } = await ask({ expectedPurchaseDate: expected })
      if (turn === latest.current) onChange({ grade, gradeByHand: false })
    } catch {
      // As above.
    }
  }
  return {
    /** A date other than the one in the form is kept if it agrees; null asks for a new one. */
    chooseGrade: (grade: string, expected: BusinessDate | null = pair.expected) =>
      void chooseGrade(grade, expected),
    chooseDate: (expected: BusinessDate | null) => void chooseDate(expected),
  }
}
