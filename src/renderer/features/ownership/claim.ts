import type { ClaimStanding } from '#shared/domain/codes.ts'
import type { RowOf } from '../../api/use-pages.ts'
import type { Tone } from '../../ui/marks/tone.ts'

/** A claim as the list has it. */
export type Claim = RowOf<'claims.list'>
/** What can be done with a claim. */
export type ClaimAct = 'answer' | 'withdraw' | 'decide'

export const claimTone: Readonly<Record<ClaimStanding, Tone>> = {
  filed: 'warn',
  answered: 'info',
  approved: 'ok',
  refused: 'quiet',
  withdrawn: 'quiet',
  overtaken: 'quiet',
}
