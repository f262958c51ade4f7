import type { Claim } from './claim.ts'

/** What every dialog about a claim is given. */
export interface ClaimDialogProps {
  readonly claim: Claim
  readonly onClose: () => void
  readonly onDone: (message: string) => void
}
