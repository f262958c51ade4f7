import type { LeadExceptionKind } from '#shared/domain/codes.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import { daysBetween, type BusinessDate } from '#shared/time/business-date.ts'

/** A lead whose opportunity is open, as the day roll looks at it. */
export type WatchedLead = {
  readonly leadId: string
  readonly receivedOn: BusinessDate
  /** The grade its opportunity has now. */
  readonly grade: string
  /** He has been in the showroom, or on a test drive, since the lead came in. */
  readonly inShowroom: boolean
}

/** What is raised: under one identity once. */
export type RaisedException = {
  readonly identity: string
  readonly kind: LeadExceptionKind
  readonly reason: Reason
}

/** Under which identity an exception of somebody's own making stands: once a day for each kind. */
export const exceptionIdentity = (leadId: string, kind: LeadExceptionKind, mark: string): string =>
  `${kind}:${leadId}:${mark}`

/**
 * A类客户超过1周未到店, B类客户超过2周未到店: a lead of a grade with a number of days that has not been in the showroom when they have
 * passed. The date on which it came in is day 0; on the last day he may still come, the date after it finds the exception.
 */
export const judgeNotInShowroom = (
  lead: WatchedLead,
  { leadShowroomDays }: Policy,
  on: BusinessDate,
): RaisedException | null => {
  const { leadId, receivedOn, grade, inShowroom } = lead
  const days = leadShowroomDays[grade] ?? null
  if (inShowroom || days === null || daysBetween(receivedOn, on) <= days) return null
  const kind = 'not_in_showroom'
  return {
    identity: exceptionIdentity(leadId, kind, grade),
    kind,
    reason: reason('lead_not_in_showroom', { grade, days, receivedOn }),
  }
}

/** An exception 异常 as far as its end is concerned. */
export type OpenException = { readonly doneAt: number | null }

/** One exception at a time, and the same one once a day. */
export const checkRaiseException = (
  lead: { readonly isAssigned: boolean; readonly isOpen: boolean; readonly name: string },
  open: OpenException | undefined,
  isRepeated: boolean,
): Reason[] => {
  if (!lead.isAssigned) return [reason('lead_not_assigned', { name: lead.name })]
  if (!lead.isOpen) return [reason('opportunity_not_open')]
  if (open) return [reason('lead_exception_open')]
  return isRepeated ? [reason('lead_exception_today')] : []
}

/** What is over stays over: neither helper nor outcome is written on it any more. */
export const checkOpenException = ({ doneAt }: OpenException): Reason[] =>
  doneAt === null ? [] : [reason('lead_exception_over')]
