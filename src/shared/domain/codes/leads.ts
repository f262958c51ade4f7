import { z } from 'zod'

/** Leads and appointments (section 10). */

export const leadStatuses = ['unassigned', 'assigned', 'started', 'closed'] as const
/** Where a lead 线索 stands: started is one whose first follow-up has been made. */
export const leadStatus = z.enum(leadStatuses)
export type LeadStatus = z.infer<typeof leadStatus>

export const leadExceptionKinds = ['not_in_showroom', 'negative_reaction', 'own_request'] as const
/** Why a lead needs help (异常). */
export const leadExceptionKind = z.enum(leadExceptionKinds)
export type LeadExceptionKind = z.infer<typeof leadExceptionKind>

export const leadExceptionStatuses = ['raised', 'helping', 'done'] as const
export const leadExceptionStatus = z.enum(leadExceptionStatuses)
export type LeadExceptionStatus = z.infer<typeof leadExceptionStatus>

export const leadCloseReasons = ['duplicate', 'invalid', 'not_buying', 'other'] as const
/** Why a lead ends before it got a card: entered twice, nobody under the number, no wish to buy. */
export const leadCloseReason = z.enum(leadCloseReasons)
export type LeadCloseReason = z.infer<typeof leadCloseReason>

export const appointmentOutcomes = ['kept', 'no_show', 'moved', 'cancelled'] as const
/** What became of an appointment to visit 到店预约; no_show is 爽约. */
export const appointmentOutcome = z.enum(appointmentOutcomes)
export type AppointmentOutcome = z.infer<typeof appointmentOutcome>
