import type { Result } from '#shared/domain/codes.ts'
import { gradeOrLast } from '#shared/policy/grades.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import { addDays, latest, type BusinessDate } from '#shared/time/business-date.ts'
import { openingAfterReached, openingDayAfter, type Opening, type OpeningDay } from './opening-sequence.ts'

/** Where the cadence of an opportunity stands. */
export type Cadence = Opening & {
  /** Date of the last follow-up that reached the customer, else the date of opening. */
  readonly anchorOn: BusinessDate
  readonly attemptsSinceReached: number
  readonly lastAttemptOn: BusinessDate | null
}

export type Limit = { readonly limit: BusinessDate; readonly reasons: readonly Reason[] }

/** The cadence of an opportunity that has just been opened. */
export const openingCadence = (openedOn: BusinessDate): Cadence => ({
  anchorOn: openedOn,
  attemptsSinceReached: 0,
  lastAttemptOn: null,
})

/**
 * 严格按时间要求回访: the last date of the next contact. It runs from the anchor by the interval
 * of the present grade; after an attempt that did not reach the customer, from that attempt; within the opening sequence
 * it is the next of its days, whatever the grade.
 */
export const limitOf = (cadence: Cadence & { readonly grade: string }, policy: Policy): Limit => {
  const { anchorOn, attemptsSinceReached: attempts, lastAttemptOn } = cadence
  const { code: grade, revisitEveryDays } = gradeOrLast(policy, cadence.grade)
  const { attemptsBeforeRegular, attemptDueWithinDays } = policy.thresholds
  if (attempts === 0 || lastAttemptOn === null) {
    const opening = openingDayAfter(cadence, anchorOn, policy)
    if (opening) return limitOfOpening(cadence, opening)
    const limit = addDays(anchorOn, revisitEveryDays)
    return { limit, reasons: [reason('limit_by_grade', { grade, anchorOn, days: revisitEveryDays, limit })] }
  }
  const isRegularAgain = attempts >= attemptsBeforeRegular
  const days = isRegularAgain ? revisitEveryDays : attemptDueWithinDays
  const limit = addDays(lastAttemptOn, days)
  const code = isRegularAgain ? 'limit_after_attempts' : 'limit_by_attempt'
  return { limit, reasons: [reason(code, { grade, attempts, lastAttemptOn, days, limit })] }
}

const limitOfOpening = ({ openingContacts }: Cadence, { day, on, from }: OpeningDay): Limit => ({
  limit: on,
  reasons: [
    reason('limit_by_opening', { openingFrom: from, day, contacts: openingContacts ?? 0, limit: on }),
  ],
})

/** The contact just made, with the grade the opportunity has after the act. */
export type Contact = { readonly result: Result; readonly contactedOn: BusinessDate; readonly grade: string }

/**
 * What a contact makes of the cadence. A contact recorded late, for a day before what is known
 * already, never moves anchor or attempts back.
 */
export const applyContact = (cadence: Cadence, contact: Contact, policy: Policy): Cadence & Limit => {
  const after = cadenceAfter(cadence, contact, policy)
  return { ...after, ...limitOf({ ...after, grade: contact.grade }, policy) }
}

const cadenceAfter = (cadence: Cadence, { result, contactedOn }: Contact, policy: Policy): Cadence => {
  const { anchorOn, attemptsSinceReached, lastAttemptOn } = cadence
  if (contactedOn < anchorOn) return cadence
  if (result === 'reached') {
    // Attempts made after the contact that is recorded only now still stand.
    const attemptsStand = lastAttemptOn !== null && lastAttemptOn > contactedOn
    return {
      anchorOn: contactedOn,
      attemptsSinceReached: attemptsStand ? attemptsSinceReached : 0,
      lastAttemptOn: attemptsStand ? lastAttemptOn : null,
      ...openingAfterReached(cadence, contactedOn, policy),
    }
  }
  return {
    ...cadence,
    anchorOn,
    attemptsSinceReached: attemptsSinceReached + 1,
    lastAttemptOn: lastAttemptOn === null ? contactedOn : latest(lastAttemptOn, contactedOn),
  }
}
