import type { Policy } from '#shared/policy/policy.ts'
import { addDays, type BusinessDate } from '#shared/time/business-date.ts'

/** Where the opening sequence 首轮跟进 of an opportunity stands. */
export type Opening = {
  /** Contacts in it that reached the customer; null where there is none, or it is over. */
  readonly openingContacts?: number | null
  /** The date of the first of them, from which its days count. */
  readonly openingFrom?: BusinessDate | null
}

/** The opening of an opportunity that a lead has just begun: none where the policy has no sequence. */
export const beginOpening = (policy: Policy): { openingContacts: number | null; openingFrom: null } => ({
  openingContacts: policy.openingSequence === null ? null : 0,
  openingFrom: null,
})

export type OpeningDay = { readonly day: number; readonly on: BusinessDate; readonly from: BusinessDate }

/** The first day of the sequence that lies after a date; undefined outside the sequence, or when none is left. */
export const openingDayAfter = (
  { openingContacts, openingFrom: from }: Opening,
  date: BusinessDate,
  policy: Policy,
): OpeningDay | undefined => {
  if (!openingContacts || !from) return undefined
  const day = policy.openingSequence?.days.find((each) => addDays(from, each) > date)
  return day === undefined ? undefined : { day, on: addDays(from, day), from }
}

/** What a contact that reached the customer makes of the opening: after the last of its days it is over. */
export const openingAfterReached = (opening: Opening, contactedOn: BusinessDate, policy: Policy): Opening => {
  const { openingContacts: before = null, openingFrom } = opening
  if (before === null) return {}
  const from = before === 0 ? contactedOn : (openingFrom ?? contactedOn)
  const after = { openingContacts: before + 1, openingFrom: from }
  return openingDayAfter(after, contactedOn, policy) ? after : { ...after, openingContacts: null }
}

/** 暂定级: whether the grade of an opportunity is still to be named formally. */
export const isGradeProvisional = ({ openingContacts = null }: Opening, policy: Policy): boolean =>
  openingContacts !== null &&
  policy.openingSequence !== null &&
  openingContacts < policy.openingSequence.gradeSetAfterContact

/**
 * The number of the contact at which the formal grade 正式定级 must be named; null where this one asks for none. Beside the
 * contact of the policy it is the one with which the opening ends (chosen: nobody leaves it with a provisional grade).
 */
export const formalGradeAt = (before: Opening, after: Opening, policy: Policy): number | null => {
  if (!isGradeProvisional(before, policy)) return null
  const number = (before.openingContacts ?? 0) + 1
  const isOver = (after.openingContacts ?? null) === null
  return isOver || !isGradeProvisional(after, policy) ? number : null
}

/**
 * Whether the limit of an opportunity is a day of its opening: neither another grade nor another policy changes it
 * then, whether or not that policy has such a sequence. The next contact goes by the policy of its own day.
 */
export const isWithinOpening = ({
  openingContacts,
  attemptsSinceReached,
}: Opening & { readonly attemptsSinceReached: number }): boolean =>
  Boolean(openingContacts) && attemptsSinceReached === 0

/** Where an opening stands, for the screens: the day that comes next, which of how many, and whether the grade is provisional. */
export const openingProgress = (state: Opening & { readonly anchorOn: BusinessDate }, policy: Policy) => {
  const { openingContacts: contacts = null, openingFrom: from = null, anchorOn } = state
  const days = policy.openingSequence?.days
  if (contacts === null || !days) return null
  const next = openingDayAfter(state, anchorOn, policy)
  return {
    contacts,
    from,
    step: next ? days.indexOf(next.day) + 1 : 0,
    of: days.length,
    day: next?.day ?? null,
    provisional: isGradeProvisional(state, policy),
  }
}
