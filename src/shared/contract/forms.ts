import { z } from 'zod'
import {
  channel,
  lossReason,
  opportunityStatus,
  phoneMissingReason,
  planStatus,
  result,
  visitKind,
  visitOccasion,
} from '../domain/codes.ts'
import { command, query } from './declare.ts'
import { cardForm } from './forms-card.ts'
import { date, gradeCode, id, instant, page, rowsOf, timeOfDay } from './pieces.ts'
import { registerTotals } from './visits.ts'

const text = z.string().nullable()
const count = z.number().int()
/** A calendar month `yyyy-mm`. */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

/** Whom a line is about; the name of somebody out of reach is masked and cannot be opened. */
const about = {
  customerId: id,
  opportunityId: id.nullable(),
  customerName: z.string(),
  phone: text,
  mayOpen: z.boolean(),
  model: text,
}
const by = { staffId: id.nullable(), staffName: text }

// 来店(电)顾客登记表

/** One line of the register's sheet, as it was when the sheet was made. */
export const registerLine = z.object({
  visitId: id,
  number: count,
  kind: visitKind,
  occasion: visitOccasion,
  partySize: count,
  callerName: text,
  plate: text,
  phone: text,
  phoneMissing: phoneMissingReason.nullable(),
  model: text,
  grade: gradeCode.nullable(),
  arrivedTime: text,
  leftTime: text,
  ...by,
  standsInForName: text,
  withIntent: z.boolean(),
  orderedOnSpot: z.boolean(),
  testDrive: z.boolean(),
  remark: text,
  customerId: id.nullable(),
  mayOpen: z.boolean(),
  uncarded: z.boolean(),
})
export type RegisterLine = z.infer<typeof registerLine>

const signed = z.object({ at: instant, name: z.string() }).nullable()
export const visitRegister = z.object({
  on: date,
  storeName: z.string(),
  zone: z.string(),
  /** The asker's reach is the whole store: the sheet that everybody shares. */
  whole: z.boolean(),
  lines: z.array(registerLine),
  /** 合计 batches 批次 of the lines above it. */
  foot: registerTotals,
  closed: signed,
  note: text,
  countersigned: signed,
})
export type VisitRegister = z.infer<typeof visitRegister>

// 潜在顾客等级推进表

export const progressMarks = [
  'opened',
  'plan',
  'visit',
  'test_drive',
  'contact',
  'grade',
  'ordered',
  'delivered',
  'lost',
] as const
/** What can stand in a cell of the progress sheet, in the order in which it is drawn. */
export const progressMarkKind = z.enum(progressMarks)

export const progressMark = z.object({
  kind: progressMarkKind,
  /** The grade after a contact or a change, or with which it was opened; null for a contact that said nothing of it. */
  grade: gradeCode.nullable(),
  /** A contact that reached the customer; a plan that was not left undone on its day ★; a loss that is approved. */
  full: z.boolean(),
  planId: id.nullable(),
  /** A plan whose day is not over and that is not done yet. */
  waiting: z.boolean(),
  /** An open plan whose date has not come: it can be moved. */
  movable: z.boolean(),
})
export type ProgressMark = z.infer<typeof progressMark>

export const progressRow = z.object({
  opportunityId: id,
  customerId: id,
  name: z.string(),
  phone: z.string(),
  ownerId: id.nullable(),
  ownerName: text,
  model: text,
  firstGrade: gradeCode,
  grade: gradeCode,
  status: opportunityStatus,
  openedOn: date,
  expectedPurchaseDate: date.nullable(),
  limit: date,
  nextPlanId: id.nullable(),
  /** Days with a mark only. */
  cells: z.array(z.object({ on: date, marks: z.array(progressMark) })),
})
export type ProgressRow = z.infer<typeof progressRow>

export const dayKind = z.enum(['open', 'closed', 'rest', 'leave'])
export type DayKind = z.infer<typeof dayKind>

export const progressTotals = z.object({
  plans: count,
  /** Plans that were settled on their day, that were not, and that wait for it. */
  kept: count,
  missed: count,
  waiting: count,
  contacts: count,
  reached: count,
  opened: count,
  ordered: count,
  delivered: count,
  lost: count,
})
export type ProgressTotals = z.infer<typeof progressTotals>

export const progressSheet = rowsOf(progressRow).extend({
  month,
  storeName: z.string(),
  /** Null for everybody within reach. */
  ...by,
  /** The grade that is not on the sheet (source: 除C级以外). */
  leftOut: gradeCode,
  days: z.array(z.object({ on: date, weekday: count, kind: dayKind, plans: count, contacts: count })),
  /** Of the rows of this page. */
  totals: progressTotals,
})
export type ProgressSheet = z.infer<typeof progressSheet>

// 销售活动日报表

export const reportContact = z.object({
  followUpId: id,
  ...by,
  ...about,
  recordedAt: instant,
  channel,
  result,
  content: z.string(),
  feedback: text,
  effective: z.boolean(),
  lateRecorded: z.boolean(),
  gradeBefore: text,
  gradeAfter: text,
  /** The plan that it led to. */
  nextOn: date.nullable(),
})
export type ReportContact = z.infer<typeof reportContact>

export const reportPlan = z.object({
  planId: id,
  ...by,
  ...about,
  on: date,
  time: timeOfDay.nullable(),
  channel,
  purpose: z.string(),
  grade: gradeCode,
  status: planStatus,
  /** It was not left undone on its day (or the day is not over). */
  kept: z.boolean(),
})
export type ReportPlan = z.infer<typeof reportPlan>

export const reportEventKinds = ['opened', 'grade', 'test_drive', 'ordered', 'delivered', 'lost'] as const
/** What else a day brings: 建卡, 等级变更, 试驾, 订购, 交车, 战败. */
export const reportEventKind = z.enum(reportEventKinds)

export const reportEvent = z.object({
  kind: reportEventKind,
  ...by,
  ...about,
  gradeBefore: text,
  gradeAfter: text,
  /** The number of a test drive's agreement. */
  agreementNumber: text,
  lossReason: lossReason.nullable(),
  /** A loss that the manager has approved. */
  settled: z.boolean(),
})
export type ReportEvent = z.infer<typeof reportEvent>

export const reportTotals = z.object({
  visits: count,
  validVisits: count,
  uncarded: count,
  planned: count,
  kept: count,
  contacts: count,
  reached: count,
  effective: count,
  gradesUp: count,
  gradesDown: count,
  opened: count,
  testDrives: count,
  ordered: count,
  delivered: count,
  lost: count,
  plannedNext: count,
})
export type ReportTotals = z.infer<typeof reportTotals>

export const dailyReport = z.object({
  on: date,
  /** The next working day 明日: the plan below reaches to it, so that no day in between is left out. */
  nextOn: date,
  storeName: z.string(),
  zone: z.string(),
  ...by,
  visits: z.array(registerLine),
  planned: z.array(reportPlan),
  contacts: z.array(reportContact),
  events: z.array(reportEvent),
  plannedNext: z.array(reportPlan),
  totals: reportTotals,
})
export type DailyReport = z.infer<typeof dailyReport>

const path = z.string().min(1).max(2000)

/** 三表一卡: views of the records, nothing of them is stored. */
export const forms = {
  /** 来店(电)顾客登记表 of a date: the asker's reach of the register; the desk's is the whole sheet. */
  visitRegister: query({
    access: 'visit.read',
    input: z.strictObject({ on: date }),
    output: visitRegister,
  }),
  /**
   * 潜在顾客等级推进表 of a month: one row an opportunity that was open in it and stood, some time in it, at a grade other than the last.
   * Without `staffId` everybody within reach, the rows of one consultant after those of another.
   */
  progress: query({
    access: 'form.read',
    input: z.strictObject({ month, staffId: id.nullish(), ...page }),
    output: progressSheet,
  }),
  /** 销售活动日报表 of a date and a person, or of everybody within reach: what was done, and the plan of the next working day. */
  dailyReport: query({
    access: 'form.read',
    input: z.strictObject({ on: date, staffId: id.nullish() }),
    output: dailyReport,
  }),
  /** 客户管理卡: its front and its back. */
  card: query({
    access: 'form.read',
    input: z.strictObject({ customerId: id }),
    output: cardForm,
  }),
  /** Saves a form as a workbook at a path that the desktop asked for; leaves a trace. */
  export: command({
    access: 'form.export',
    confirms: true,
    input: z.discriminatedUnion('form', [
      z.strictObject({ form: z.literal('visit_register'), on: date, path }),
      z.strictObject({ form: z.literal('progress_sheet'), month, staffId: id.nullish(), path }),
      z.strictObject({ form: z.literal('daily_report'), on: date, staffId: id.nullish(), path }),
      z.strictObject({ form: z.literal('customer_card'), customerId: id, path }),
    ]),
    output: z.object({ path: z.string(), rows: count }),
  }),
}
