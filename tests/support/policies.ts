import { listVersions, findPolicyDocument } from '#main/store/read/policies.ts'
import { addPolicy } from '#main/store/write/policies.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { presets } from '#shared/policy/presets/index.ts'
import { asBusinessDate } from '#shared/time/business-date.ts'
import { act } from './acts.ts'
import type { TrainingStore } from './training-store.ts'

/** Benyue with other intervals: `intervals({ H: 2 })`. */
export const intervals = (days: Readonly<Record<string, number>>): Policy => ({
  ...presets.benyue,
  grades: presets.benyue.grades.map((each) => ({
    ...each,
    revisitEveryDays: days[each.code] ?? each.revisitEveryDays,
  })),
})

/** With postponements that cost points, and a cap of what a month costs (fen; null for none). */
export const withPointsAndCap = (policy: Policy, monthlyCapFen: number | null): Policy => {
  const { ladders: all } = policy.penalties
  const postponement = { ...all.postponement, unit: 'points' as const }
  return { ...policy, penalties: { ...policy.penalties, monthlyCapFen, ladders: { ...all, postponement } } }
}

/** A second version of the policy, in force from a date that may have passed: no call publishes one for the past. */
export function addSecondPolicy(
  store: TrainingStore,
  change: (first: Policy) => Policy,
  from?: string,
): void {
  const document = findPolicyDocument(store.application.store, 1)
  const published = listVersions(store.application.store).find(({ version }) => version === 1)
  if (!document || !published) throw new Error('a store without a policy')
  act(store, (writable) =>
    addPolicy(writable, {
      version: 2,
      effectiveFrom: from === undefined ? published.effectiveFrom : asBusinessDate(from),
      document: change(document),
      publishedAt: published.publishedAt,
      publishedBy: store.ids.director,
      note: null,
    }),
  )
}
