import { useEffect, useState } from 'react'
import { completePolicy } from '#shared/policy/complete-policy.ts'
import { policyDiff } from '#shared/policy/policy-diff.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { useSession } from '../../api/use-session.ts'

interface Kept {
  /** The version on which the changes were begun. */
  readonly on: number
  readonly policy: Policy
}

function read(key: string): Kept | null {
  try {
    const found = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Kept | null
    return found && { on: found.on, policy: completePolicy(found.policy) }
  } catch {
    return null // as good as none
  }
}

function write(key: string, kept: Kept | null) {
  try {
    if (kept) sessionStorage.setItem(key, JSON.stringify(kept))
    else sessionStorage.removeItem(key)
  } catch {
    // A full storage loses the draft, never the work on the screen.
  }
}

export interface PolicyDraft {
  readonly policy: Policy
  /** How many fields differ from the policy in force. */
  readonly differences: number
  /** Another version has come into force since the changes were begun. */
  readonly begunOn: number
  readonly change: (change: (before: Policy) => Policy) => void
  readonly discard: () => void
}

/** The policy as it is being edited: the one in force until something is changed; it survives leaving the page. */
export function usePolicyDraft(): PolicyDraft {
  const { staff, policy: inForce, policyVersion } = useSession()
  const key = `showroom.policy.${staff.staffId}`
  const [kept, setKept] = useState<Kept | null>(() => read(key))
  useEffect(() => write(key, kept), [key, kept])
  const policy = kept?.policy ?? inForce
  return {
    policy,
    differences: kept ? policyDiff(inForce, kept.policy).length : 0,
    begunOn: kept?.on ?? policyVersion,
    change: (change) =>
      setKept((before) => ({
        on: before?.on ?? policyVersion,
        policy: change(before?.policy ?? inForce),
      })),
    discard: () => setKept(null),
  }
}
