import type { Result } from '#shared/domain/codes.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'

export type ExecutedFollowUp = {
  readonly result: Result
  readonly content: string
  readonly contactedOn: BusinessDate
  readonly recordedOn: BusinessDate
  readonly hasRecording: boolean
}

export type Effectiveness = { readonly yes: boolean; readonly reasons: readonly Reason[] }

/** 补录: entered on a later day than the contact. */
export const isLateRecorded = (dates: Pick<ExecutedFollowUp, 'contactedOn' | 'recordedOn'>): boolean =>
  dates.recordedOn > dates.contactedOn

/** Characters as a person counts them: 𠮷 is one, and what cannot be seen is none. */
const lengthOf = (content: string): number =>
  [...content.replace(/\p{Default_Ignorable_Code_Point}/gu, '').trim()].length

/**
 * 有效跟踪: reached the customer, has content, and is in the system on its day; recorded late it needs
 * a call recording. Whether the contact counts, with every reason why not.
 */
export const judgeEffective = (followUp: ExecutedFollowUp, policy: Policy): Effectiveness => {
  const { result, content, contactedOn, recordedOn, hasRecording } = followUp
  const { effectiveContentMinLength: minLength } = policy.thresholds
  const against: Reason[] = []
  const length = lengthOf(content)
  if (result !== 'reached') against.push(reason('not_effective_not_reached', { result }))
  else if (length < minLength) against.push(reason('not_effective_content_too_short', { length, minLength }))
  if (isLateRecorded(followUp) && !hasRecording) {
    against.push(reason('not_effective_late_recorded', { contactedOn, recordedOn }))
  }
  const yes = against.length === 0
  return { yes, reasons: yes ? [reason('effective', { contactedOn })] : against }
}
