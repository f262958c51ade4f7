import type { Policy } from '#shared/policy/policy.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { limitOf } from '#main/rules/follow-up-limit.ts'
import { isWithinOpening } from '#main/rules/opening-sequence.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { listVersions } from '#main/store/read/policies.ts'
import { getStore, documentOf } from '#main/store/read/store.ts'
import { eachCadence, type CadenceRow } from '#main/store/read/verification.ts'
import type { Problem } from './check-store.ts'

interface Applied {
  readonly effectiveFrom: BusinessDate
  readonly policy: Policy
}

/** The versions by which the book has been kept, the present one first. */
function appliedVersions(store: ReadableStore): Applied[] {
  const { appliedPolicyVersion } = getStore(store)
  const upToNow = listVersions(store).filter(({ version }) => version <= appliedPolicyVersion)
  return upToNow
    .filter(({ version, effectiveFrom }) =>
      upToNow.every((each) => each.version <= version || each.effectiveFrom >= effectiveFrom),
    )
    .map(({ version, effectiveFrom }) => ({ effectiveFrom, policy: documentOf(store, version) }))
}

/**
 * Whether a limit is one that the rules can have set: by its cadence under the version in force; on that version's first
 * date, when the cadence would have it earlier; or one that had passed before that date, by the version before it. The day of an
 * opening sequence stays through every version.
 */
function isRight(
  { limitOn: stored, refused, ...cadence }: CadenceRow,
  versions: readonly Applied[],
): boolean {
  const isOfOpening = isWithinOpening(cadence)
  for (const { effectiveFrom, policy } of versions) {
    const { limit: expected } = limitOf(cadence, policy)
    if (stored === expected) return true
    if (stored > expected && (stored === effectiveFrom || refused === 1)) return true
    if (stored >= effectiveFrom && !isOfOpening) return false
  }
  return false
}

/** Each limit that is kept is the one that its cadence gives; a refused loss may have moved it later. */
export function checkLimits(store: ReadableStore): Problem[] {
  const versions = appliedVersions(store)
  const [present] = versions
  if (!present) return []
  const problems: Problem[] = []
  for (const row of eachCadence(store)) {
    if (isRight(row, versions)) continue
    const { limit: expected } = limitOf(row, present.policy)
    const data = { stored: row.limitOn, expected }
    problems.push({ code: 'limit_differs', table: 'opportunities', id: row.opportunityId, data })
  }
  return problems
}
