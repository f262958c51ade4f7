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

export const relations = ['spouse', 'parent', 'child'] as const
/** What a close relative is to the customer (直系亲属). */
export const relation = z.enum(relations)
export type Relation = z.infer<typeof relation>

export const leaveKinds = ['vacation', 'training', 'sick', 'other'] as const
export const leaveKind = z.enum(leaveKinds)
export type LeaveKind = z.infer<typeof leaveKind>

export const leaveStatuses = ['requested', 'confirmed', 'cancelled'] as const
/** A leave shields nothing until it is confirmed. */
export const leaveStatus = z.enum(leaveStatuses)
export type LeaveStatus = z.infer<typeof leaveStatus>

export const leaveWays = ['done_before', 'postponed', 'covered', 'updated', 'closed'] as const
/** How a line of the handoff 交接 was resolved: before the leave, R-6.3 postponed or dated anew, R-6.4 covered, or the opportunity ended. */
export const leaveWay = z.enum(leaveWays)
export type LeaveWay = z.infer<typeof leaveWay>

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

export const ladders = ['overdue', 'postponement', 'frequency'] as const
/** The ladders of consequences (R-8.6, 考核阶梯). */
export const ladderName = z.enum(ladders)
export type LadderName = z.infer<typeof ladderName>

export const consequences = ['report', 'suspension'] as const
/** What follows besides money or points: 整改报告, and the proposal of 待岗学习. */
export const consequence = z.enum(consequences)
export type Consequence = z.infer<typeof consequence>

export const penaltyUnits = ['money', 'points', 'none'] as const
/** What a ladder takes: fen, points or nothing. */
export const penaltyUnit = z.enum(penaltyUnits)
export type PenaltyUnit = z.infer<typeof penaltyUnit>

export const penaltyParts = ['own', 'manager_share', 'reversal'] as const
/** Whose line of the ledger it is: the person's own, his manager's share, or one that takes another back. */
export const penaltyPart = z.enum(penaltyParts)
export type PenaltyPart = z.infer<typeof penaltyPart>

export const rectificationStatuses = ['due', 'written', 'accepted', 'returned', 'dropped'] as const
/** Where a rectification report 整改报告 stands; dropped when its penalty was reversed. */
export const rectificationStatus = z.enum(rectificationStatuses)
export type RectificationStatus = z.infer<typeof rectificationStatus>

export const suspensionStatuses = ['proposed', 'decided', 'lowered', 'dropped'] as const
/** Where a suspension for study 待岗学习 stands. */
export const suspensionStatus = z.enum(suspensionStatuses)
export type SuspensionStatus = z.infer<typeof suspensionStatus>

export const claimStatuses = ['filed', 'answered', 'approved', 'refused', 'withdrawn'] as const
/** Where an ownership claim 工作联系单 stands. */
export const claimStatus = z.enum(claimStatuses)
export type ClaimStatus = z.infer<typeof claimStatus>

export const recordingStates = ['present', 'missing', 'changed'] as const
/** Whether the file of a recording is still what was attached. */
export const recordingState = z.enum(recordingStates)
export type RecordingState = z.infer<typeof recordingState>

export const instructionStatuses = ['given', 'seen', 'answered', 'closed'] as const
/** The loop of an instruction 批注. */
export const instructionStatus = z.enum(instructionStatuses)
export type InstructionStatus = z.infer<typeof instructionStatus>

export const honestySigns = [
  'burst',
  'same_text',
  'only_unreached_before_leave',
  'identity_changed_before_order',
  'outside_opening_hours',
] as const
/** Signs that somebody should look at records; never a penalty by themselves (诚信提示). */
export const honestySign = z.enum(honestySigns)
export type HonestySign = z.infer<typeof honestySign>

export const attentions = [
  'violation_raised',
  'violation_objected',
  'violation_to_approve',
  'report_missing',
  'report_to_review',
  'suspension_proposed',
  'suspended',
  'on_leave',
  'leave_unconfirmed',
  'instruction_to_close',
  'claim_open',
  'recording_lost',
  'lead_late',
  'lead_exception',
  'no_show',
  'calls_below_minimum',
  'register_open',
  'register_to_countersign',
  'honesty_sign',
  'penalty_differs',
] as const
/** What the daily check puts before the supervisor besides its figures. */
export const attention = z.enum(attentions)
export type Attention = z.infer<typeof attention>

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

export const visitKinds = ['walk_in', 'call_in'] as const
/** 来店 or 来电. */
export const visitKind = z.enum(visitKinds)
export type VisitKind = z.infer<typeof visitKind>

export const visitOccasions = ['first', 'repeat'] as const
/** Whether he comes for the first time or again. */
export const visitOccasion = z.enum(visitOccasions)
export type VisitOccasion = z.infer<typeof visitOccasion>

export const phoneMissingReasons = ['declined', 'in_a_hurry', 'just_looking', 'will_return', 'other'] as const
/** Why a visitor left no phone (未留电话原因). */
export const phoneMissingReason = z.enum(phoneMissingReasons)
export type PhoneMissingReason = z.infer<typeof phoneMissingReason>

export const assignmentWays = ['rotation', 'owner', 'stand_in', 'by_hand'] as const
/** How a visit or a lead came to its consultant: 轮排, its owner, 代接待, or chosen by hand with a reason. */
export const assignmentWay = z.enum(assignmentWays)
export type AssignmentWay = z.infer<typeof assignmentWay>

export const desks = ['showroom', 'leads'] as const
/** Where one takes his turn: at the showroom or with the leads 电网销. */
export const desk = z.enum(desks)
export type Desk = z.infer<typeof desk>

export const rotationEventKinds = [
  'joined',
  'greeted',
  'took_lead',
  'owner_received',
  'stood_in',
  'by_hand',
  'skipped',
  'cleared',
  'let_through',
  'reordered',
  'restored',
  'given_back',
] as const
/** … What happened in the rotation 轮排; the whole sequence of a day can be read afterwards. */
export const rotationEventKind = z.enum(rotationEventKinds)
export type RotationEventKind = z.infer<typeof rotationEventKind>

export const rotationHindrances = [
  'day_off',
  'on_leave',
  'suspended',
  'not_active',
  'with_customer',
  'not_clear',
  'low_conversion',
  'skipped_by_hand',
] as const
/** Why somebody is passed over. */
export const rotationHindrance = z.enum(rotationHindrances)
export type RotationHindrance = z.infer<typeof rotationHindrance>

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

export const duplicateLevels = ['phone', 'plate', 'name', 'relative'] as const
/** R-3.4a Rungs of the match ladder, the surest first: same phone, same plate, same pinyin and area or model, linked relatives. */
export const duplicateLevel = z.enum(duplicateLevels)
export type DuplicateLevel = z.infer<typeof duplicateLevel>

export const showroomFigures = [
  'firstVisits',
  'leaveContact',
  'carding',
  'testDrive',
  'order',
  'secondVisit',
  'testDriveToOrder',
] as const
/** Section 14: the figures of the showroom, in the order of the way from the door to the order. */
export const showroomFigure = z.enum(showroomFigures)
export type ShowroomFigure = z.infer<typeof showroomFigure>
