import type { Thresholds } from '#shared/policy/policy.ts'
import { reason } from '#shared/reasons.ts'
import { timeOfDayAt } from '#shared/time/instant.ts'
import type { FoundSign, RecordedContact } from './facts.ts'

const millisecondsPerMinute = 60_000

/**
 * 集中补填: at least `burstFollowUps` follow-ups were recorded within `burstMinutes`, the first and the last moment
 * included. Windows that share a follow-up are one cluster, and a cluster is one sign.
 */
export function findBursts(
  contacts: readonly RecordedContact[],
  { burstFollowUps, burstMinutes }: Pick<Thresholds, 'burstFollowUps' | 'burstMinutes'>,
  zone: string,
): FoundSign[] {
  const sorted = [...contacts].sort((a, b) => a.recordedAt - b.recordedAt)
  const within = burstMinutes * millisecondsPerMinute
  const clusters: { first: number; last: number }[] = []
  let end = 0
  for (const [start, { recordedAt }] of sorted.entries()) {
    while (end + 1 < sorted.length && (sorted[end + 1]?.recordedAt ?? 0) - recordedAt <= within) end += 1
    if (end - start + 1 < burstFollowUps) continue
    const before = clusters.at(-1)
    if (before && start <= before.last) before.last = end
    else clusters.push({ first: start, last: end })
  }
  return clusters.map(({ first, last }) => {
    const members = sorted.slice(first, last + 1)
    const timeOf = (each: RecordedContact | undefined) => timeOfDayAt(each?.recordedAt ?? 0, zone)
    return {
      sign: 'burst',
      customerId: null,
      customerIds: [...new Set(members.map(({ customerId }) => customerId))],
      reasons: [
        reason('honesty_burst', {
          count: members.length,
          from: timeOf(members[0]),
          until: timeOf(members.at(-1)),
        }),
      ],
    }
  })
}
