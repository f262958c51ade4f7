import { z } from 'zod'

/** Visits, their turns and their figures (sections 11 and 14). */

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
