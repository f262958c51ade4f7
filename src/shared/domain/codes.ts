import { z } from 'zod'

/** The closed vocabularies of the store. Their Chinese words are in `text/`, one area per vocabulary. */

export const roles = ['front_desk', 'consultant', 'manager', 'director', 'admin'] as const
/** Role of a staff member (section 13, 角色). */
export const role = z.enum(roles)
export type Role = z.infer<typeof role>

export const staffStatuses = ['active', 'suspended', 'resigned'] as const
/** Whether somebody works here at present (在职状态). */
export const staffStatus = z.enum(staffStatuses)
export type StaffStatus = z.infer<typeof staffStatus>

export const genders = ['male', 'female', 'unknown'] as const
export const gender = z.enum(genders)
export type Gender = z.infer<typeof gender>

export const customerTypes = ['person', 'company'] as const
/** Whether the customer is a person or a company (客户类型). */
export const customerType = z.enum(customerTypes)
export type CustomerType = z.infer<typeof customerType>

export const sources = [
  'walk_in',
  'call_in',
  'referral',
  'repeat',
  'website',
  'social',
  'event',
  'headquarters',
  'other',
] as const
/** Where the customer came from (客户来源). */
export const source = z.enum(sources)
export type Source = z.infer<typeof source>

export const purchaseTypes = ['first', 'replacement', 'additional'] as const
/** First car, replacement or additional car (购车形态). */
export const purchaseType = z.enum(purchaseTypes)
export type PurchaseType = z.infer<typeof purchaseType>

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

export const opportunityStatuses = ['open', 'lost_waiting', 'lost', 'ordered', 'delivered'] as const
/** Where an opportunity stands. */
export const opportunityStatus = z.enum(opportunityStatuses)
export type OpportunityStatus = z.infer<typeof opportunityStatus>

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

export const leaveKinds = ['vacation', 'training', 'sick', 'other'] as const
export const leaveKind = z.enum(leaveKinds)
export type LeaveKind = z.infer<typeof leaveKind>

export const violationKinds = [
  'overdue_follow_up',
  'expired_opportunity',
  'missing_plan',
  'frequency_breach',
  'unrealistic_postponement',
  'uncarded_visit',
] as const
/** What a check can find (R-8.1, 违规). */
export const violationKind = z.enum(violationKinds)
export type ViolationKind = z.infer<typeof violationKind>

export const violationStatuses = [
  'raised',
  'confirmed',
  'waived',
  'objected',
  'approved',
  'reversed',
] as const
export const violationStatus = z.enum(violationStatuses)
export type ViolationStatus = z.infer<typeof violationStatus>

export const figures = [
  'dueToday',
  'doneToday',
  'notDone',
  'overdue',
  'expired',
  'missingPlan',
  'beyondLimit',
  'outOfStep',
  'dormant',
  'uncardedVisits',
  'unanswered',
  'lateRecorded',
] as const
/** The figures of the daily check in their order on the sheet. */
export const figure = z.enum(figures)
export type Figure = z.infer<typeof figure>

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

export const storeKinds = ['live', 'training'] as const
/** A training store (演练) may move its clock; a live one never. */
export const storeKind = z.enum(storeKinds)
export type StoreKind = z.infer<typeof storeKind>

export const policyPresets = ['benyue', 'three-forms', 'tracking-log', 'dcc', 'oabcd'] as const
/** The presets of. */
export const policyPreset = z.enum(policyPresets)
export type PolicyPreset = z.infer<typeof policyPreset>

export const problemKinds = [
  'phone_invalid',
  'phone_missing',
  'phone_repeated',
  'phone_known',
  'date_invalid',
  'staff_unknown',
  'name_missing',
  'grade_unknown',
] as const
/** What can be wrong with a row of an imported ledger. */
export const problemKind = z.enum(problemKinds)
export type ProblemKind = z.infer<typeof problemKind>
