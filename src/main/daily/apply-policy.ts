import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Context } from '#main/calls/context.ts'
import { changePolicy } from '#main/rules/policy-change.ts'
import type { ReadableStore, WritableStore } from '#main/store/handle.ts'
import { listVersions, readOpenBook } from '#main/store/read/policies.ts'
import { documentOf, getStore, policyOn } from '#main/store/read/store.ts'
import { applyToBook } from '#main/store/write/policies.ts'

export interface VersionToApply {
  readonly version: number
  readonly effectiveFrom: BusinessDate
}

/** Whether a version has come into force by which the limits of the open book are not yet kept. */
export const isPolicyDue = (store: ReadableStore, today: BusinessDate): boolean =>
  policyOn(store, today).version > getStore(store).appliedPolicyVersion

/**
 * The versions that came into force since the one by which the book is kept, in the order of their dates. One that a
 * later version overtook on or before its date never was in force.
 */
export function policiesDue(store: ReadableStore, today: BusinessDate): VersionToApply[] {
  if (!isPolicyDue(store, today)) return []
  const { appliedPolicyVersion } = getStore(store)
  const later = listVersions(store).filter(
    ({ version, effectiveFrom }) => version > appliedPolicyVersion && effectiveFrom <= today,
  )
  return later
    .filter(({ version, effectiveFrom }) =>
      later.every((each) => each.version <= version || each.effectiveFrom > effectiveFrom),
    )
    .toSorted((a, b) => a.version - b.version)
}

/** Makes the limits and plans of the open book those of a version, as of its first date. Returns how many plans moved. */
export function applyPolicy(
  store: WritableStore,
  { version, effectiveFrom: on }: VersionToApply,
  { calendar }: Pick<Context, 'calendar'>,
): number {
  const before = documentOf(store, getStore(store).appliedPolicyVersion)
  const changed = changePolicy(
    readOpenBook(store, on),
    { before, after: documentOf(store, version), on },
    calendar,
  )
  applyToBook(store, version, changed)
  return changed.moves.length
}
