import type { Channel } from '#shared/domain/codes.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import { isLateRecorded } from './effective-follow-up.ts'

/** A follow-up of the customer whose number stands in the name. */
export type MatchCandidate = {
  readonly followUpId: string
  readonly channel: Channel
  readonly contactedOn: BusinessDate
  readonly recordedOn: BusinessDate
  readonly recordedAt: Instant
}

const millisecondsPerMinute = 60_000

/**
 * 录音自动匹配: the follow-up by phone of that day that was recorded nearest to the time in the name, within the
 * minutes of the policy. One recorded late was written down at another time altogether: it is meant when no other
 * contact of that day can be. Two that are equally near are nobody's: a person decides.
 */
export const matchRecording = (
  recording: { readonly recordedAt: Instant; readonly on: BusinessDate },
  followUps: readonly MatchCandidate[],
  policy: Policy,
): string | null => {
  const ofThatDay = followUps.filter(
    ({ channel, contactedOn }) => channel === 'phone' && contactedOn === recording.on,
  )
  const within = policy.thresholds.recordingMatchMinutes * millisecondsPerMinute
  const [nearest, second] = ofThatDay
    .map(({ followUpId, recordedAt }) => ({
      followUpId,
      distance: Math.abs(recordedAt - recording.recordedAt),
    }))
    .filter(({ distance }) => distance <= within)
    .sort((a, b) => a.distance - b.distance)
  if (nearest) return nearest.distance === second?.distance ? null : nearest.followUpId
  const [only, another] = ofThatDay
  return only && !another && isLateRecorded(only) ? only.followUpId : null
}

/** A follow-up that a recording is to be linked to, or is linked to already. */
export type LinkedTo = {
  readonly followUpId: string
  readonly customerId: string
  readonly contactedOn: BusinessDate
}

/**
 * The same recording is linked to a contact once, and one call proves one contact: it may stand for several
 * opportunities of a customer on its day, never for another customer or another day.
 */
export const mayLink = (to: LinkedTo, already: readonly LinkedTo[]): readonly Reason[] => {
  if (already.some(({ followUpId }) => followUpId === to.followUpId))
    return [reason('recording_already_attached', { contactedOn: to.contactedOn })]
  const other = already.find(
    ({ customerId, contactedOn }) => customerId !== to.customerId || contactedOn !== to.contactedOn,
  )
  return other ? [reason('recording_of_another_contact', { contactedOn: other.contactedOn })] : []
}
