import { z } from 'zod'
import { penaltyUnit, policyPreset, violationKind } from '../domain/codes.ts'

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** A grade 意向等级 of a policy: how soon its opportunities close and how often they are called. */
export const grade = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z0-9]{0,3}$/),
  label: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  /** A name from the badge palette of the screens, or `#rrggbb`. */
  color: z.string().min(1),
  /** 1 is the hottest grade. */
  order: z.int(),
  /** 几天内成交: the window in which the purchase is expected; null ties the grade to no window. */
  closeWithinDays: z.int().nullable(),
  /** 每几天跟踪一次: the longest time between two contacts. */
  revisitEveryDays: z.int(),
})
export type Grade = z.infer<typeof grade>

export const fieldLevels = ['required', 'important', 'optional'] as const
/** How much a field matters: 必填, 重要, 一般. */
export const fieldLevel = z.enum(fieldLevels)
export type FieldLevel = z.infer<typeof fieldLevel>

export const customerFields = [
  'name',
  'gender',
  'mobile',
  'birthday',
  'area',
  'source',
  'customerType',
  'wechat',
  'email',
  'address',
  'company',
  'occupation',
  'plate',
  'currentCar',
  'family',
  'companion',
] as const
/** Fields of the customer that have a level. */
export const customerField = z.enum(customerFields)
export type CustomerField = z.infer<typeof customerField>

export const opportunityFields = [
  'model',
  'expectedPurchaseDate',
  'grade',
  'purchaseType',
  'competitor',
  'budget',
  'payment',
  'use',
  'tradeInCar',
  'quotationFen',
] as const
/** Fields of the opportunity that have a level. */
export const opportunityField = z.enum(opportunityFields)
export type OpportunityField = z.infer<typeof opportunityField>

export const visitFields = ['callerName', 'phone', 'model', 'grade', 'remark'] as const
/** Fields of a line of the visit register 来店(电)登记 that have a level; a phone or the reason why there is none. */
export const visitField = z.enum(visitFields)
export type VisitField = z.infer<typeof visitField>

export const leadFields = ['name', 'phone', 'source', 'model', 'area', 'remark'] as const
/** Fields of a lead 线索 that have a level. */
export const leadField = z.enum(leadFields)
export type LeadField = z.infer<typeof leadField>

/** The numbers of the rules that belong to no grade. Days are calendar days. */
export const thresholds = z.strictObject({
  /** Fewest characters of content, after trimming, of an effective follow-up 有效跟踪. */
  effectiveContentMinLength: z.int(),
  /** The last day on which an owner is still protected, counted from his last effective follow-up. */
  dormantAfterDays: z.int(),
  /** How many last days of protection are "on thin ice". */
  thinIceDays: z.int(),
  /** Attempts without reaching the customer after which the grade's interval counts again. */
  attemptsBeforeRegular: z.int(),
  /** Days within which the next attempt is due until then. */
  attemptDueWithinDays: z.int(),
  /** The proposal is chosen from the last 1/n of the interval (3 = last third). */
  planSpreadPart: z.int(),
  /** Fewest days, the limit day included, the proposal is chosen from. */
  planSpreadMinDays: z.int(),
  /** Postponements in a row of the purchase date from which one is suspected. */
  repeatedPostponements: z.int(),
  /** Days within which such a row counts. */
  postponementWindowDays: z.int(),
  /** Working days after a leave over which its postponed plans are spread. */
  postponedSpreadDays: z.int(),
  /** Days for which a reassignment can be undone. */
  reassignmentUndoDays: z.int(),
  /** R-3.4a Days for which a merge can be undone. */
  mergeUndoDays: z.int(),
  /** Lowest conversion of a month, in percent, with which one stays in the rotation of the next. */
  rotationMinConversionPercent: z.int(),
  /** First visits of a month from which its conversion is judged. */
  rotationMinVisits: z.int(),
  /** Hours from the assignment of a lead within which its first follow-up starts. */
  leadFirstFollowUpHours: z.int(),
  /** Valid calls a day of a lead consultant. */
  leadValidCalls: z.int(),
  /** Minutes after the time of an appointment from which whoever has not come is a no-show 爽约. */
  noShowAfterMinutes: z.int(),
  /** Days from the approval within which a rectification report is due. */
  reportDueDays: z.int(),
  /** How far the time in a recording's name may lie from the follow-up's, in minutes. */
  recordingMatchMinutes: z.int(),
  /** So many follow-ups recorded within `burstMinutes` are a sign. */
  burstFollowUps: z.int(),
  burstMinutes: z.int(),
  /** The same text for so many customers on one date is a sign. */
  sameTextCustomers: z.int(),
  /** A name or phone changed so few days before an order is a sign. */
  changeBeforeOrderDays: z.int(),
  /** Days of load that a preview shows. */
  previewDays: z.int(),
  /** How far the clock may be behind the last recorded moment. */
  clockBehindToleranceMs: z.int(),
  /** How far the clock may jump ahead before the days between are asked about. */
  clockAheadAskMs: z.int(),
})
export type Thresholds = z.infer<typeof thresholds>

/** One ladder of consequences; what it does on each occasion. Used from the penalties on. */
export const ladder = z.strictObject({
  kinds: z.array(violationKind),
  /** What it is called on screen and paper: 考核扣款, 绩效扣减, 积分. */
  label: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  /** 整改报告: a rectification report is asked for from this occasion on; null = never. */
  reportFromOccasion: z.int().nullable(),
  /** 待岗学习: a suspension for study is proposed from this occasion on; null = never. */
  suspensionFromOccasion: z.int().nullable(),
  /** What is taken for each item on the first occasion, and the factor of every further occasion. */
  unit: penaltyUnit,
  firstAmount: z.int(),
  factor: z.int(),
})
export type Ladder = z.infer<typeof ladder>

/** A policy 分级政策: every number the rules use, as one versioned document. */
export const policySchema = z.strictObject({
  /** The preset it came from; an owner may have edited it since. */
  preset: policyPreset,
  grades: z.array(grade),
  /** Whether a grade and a date that disagree are refused or warned about. */
  gradeDateAgreement: z.enum(['strict', 'warn']),
  thresholds,
  switches: z.strictObject({
    /** A loss 战败 stands only when the manager approves it. */
    lossNeedsApproval: z.boolean(),
    /** A colleague may cover 代跟进 during a leave. */
    cover: z.boolean(),
    /** 接待资格: whoever has overdue plans or visits without a card is passed over for first visits. */
    clearToGreet: z.boolean(),
    /** Appointments to visit get their confirming and calling plans for every opportunity, not for leads alone. */
    appointmentPlansForAll: z.boolean(),
  }),
  /** The level of each field, per form. */
  fieldLevels: z.strictObject({
    customer: z.record(customerField, fieldLevel),
    opportunity: z.record(opportunityField, fieldLevel),
    visit: z.record(visitField, fieldLevel),
    lead: z.record(leadField, fieldLevel),
  }),
  /** 营业时间: `HH:MM` in the store's zone. */
  openingHours: z.strictObject({ from: timeOfDay, until: timeOfDay }),
  /** Days after the first contact of the opening plans; null where there is no such sequence. */
  openingSequence: z.strictObject({ days: z.array(z.int()), gradeSetAfterContact: z.int() }).nullable(),
  /** Days by grade after which a lead that has not been in the showroom is an exception 异常; null = never. */
  leadShowroomDays: z.record(z.string(), z.int().nullable()),
  penalties: z.strictObject({
    ladders: z.strictObject({ overdue: ladder, postponement: ladder, frequency: ladder }),
    /** When the count of occasions starts again. */
    reset: z.enum(['never', 'month', 'quarter', 'year']),
    /** What the consultant's manager bears of each money penalty. */
    managerSharePercent: z.int(),
    /** Most a person can be charged a month, in fen; null = no cap. */
    monthlyCapFen: z.int().nullable(),
  }),
})
export type Policy = z.infer<typeof policySchema>

/** A birthday nobody knows is entered as this date and shown as unknown. */
export const unknownBirthday = '1900-01-01'
