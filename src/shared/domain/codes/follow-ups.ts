import { z } from 'zod'

/** Opportunities, contacts and plans (section 4). */

export const opportunityStatuses = ['open', 'lost_waiting', 'lost', 'ordered', 'delivered'] as const
/** Where an opportunity stands. */
export const opportunityStatus = z.enum(opportunityStatuses)
export type OpportunityStatus = z.infer<typeof opportunityStatus>

export const channels = [
  'phone',
  'wechat',
  'sms',
  'showroom_visit',
  'test_drive',
  'home_visit',
  'other',
] as const
/** How a contact is made (R-4.4, 跟进方式). */
export const channel = z.enum(channels)
export type Channel = z.infer<typeof channel>

/**
 * S7 Channels that a customer may close (勿扰), in the order in which one is proposed in place of another. That he comes to the store
 * himself nobody needs to forbid.
 */
export const closableChannels = [
  'phone',
  'wechat',
  'sms',
  'other',
  'home_visit',
] as const satisfies readonly Channel[]
export const closableChannel = z.enum(closableChannels)
export type ClosableChannel = z.infer<typeof closableChannel>

export const results = [
  'reached',
  'no_answer',
  'busy',
  'powered_off',
  'invalid_number',
  'hung_up',
  'not_in_person',
  'wrong_number',
] as const
/** What came of a contact (R-4.4, 联系结果). */
export const result = z.enum(results)
export type Result = z.infer<typeof result>

export const planStatuses = ['open', 'executed', 'dropped'] as const
/** A plan is open until it is executed, or dropped because its opportunity ended. */
export const planStatus = z.enum(planStatuses)
export type PlanStatus = z.infer<typeof planStatus>

export const lossReasons = [
  'price',
  'competitor',
  'finance',
  'no_longer_buying',
  'bought_elsewhere',
  'unreachable',
  'other',
] as const
/** Why an opportunity is lost (R-4.11, 战败原因). */
export const lossReason = z.enum(lossReasons)
export type LossReason = z.infer<typeof lossReason>

export const toDoKinds = [
  'overdue_plan',
  'appointment',
  'plan',
  'instruction',
  'expiring',
  'expired',
  'uncarded_visit',
  'out_of_step',
  'lead',
] as const
/** Kinds of line in the to-do list. */
export const toDoKind = z.enum(toDoKinds)
export type ToDoKind = z.infer<typeof toDoKind>

export const recordingStates = ['present', 'missing', 'changed'] as const
/** Whether the file of a recording is still what was attached. */
export const recordingState = z.enum(recordingStates)
export type RecordingState = z.infer<typeof recordingState>
