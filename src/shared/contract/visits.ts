import { z } from 'zod'
import { assignmentWay, phoneMissingReason, visitKind, visitOccasion } from '../domain/codes.ts'
import { command, query } from './declare.ts'
import { choicesInput } from './privacy.ts'
import {
  customerInput,
  date,
  gradeCode,
  id,
  instant,
  name,
  note,
  opportunityInput,
  page,
  planInput,
  reasonSchema,
  rowsOf,
  timeOfDay,
} from './pieces.ts'

const text = z.string().nullable()
const count = z.number().int()
const partySize = z.number().int().min(1).max(99)

/** What is written down of a visit besides who receives it; a quick line has hardly any of it. */
const visitFields = {
  kind: visitKind,
  partySize,
  /** `HH:MM`, now when left out. A call-in is usually over when it is written down. */
  arrivedTime: timeOfDay,
  leftTime: timeOfDay.nullable(),
  /** A name, or at least 某先生 / 某女士. */
  callerName: name,
  plate: z.string().trim().max(20),
  phone: z.string().trim().max(60),
  /** Why there is no phone. */
  phoneMissing: phoneMissingReason.nullable(),
  model: z.string().trim().max(80),
  grade: gradeCode.nullable(),
  /** Valid 有效: he has an intent to buy, and so needs a card. */
  withIntent: z.boolean(),
  /** 现场订购. */
  orderedOnSpot: z.boolean(),
  testDrive: z.boolean(),
  agreementNumber: z.string().trim().max(60),
  remark: note,
}

/** One line of the register as the asker may see it; somebody else's has its phone masked. */
export const visitRow = z.object({
  visitId: id,
  version: z.number().int(),
  visitedOn: date,
  kind: visitKind,
  occasion: visitOccasion,
  partySize: count,
  arrivedTime: text,
  leftTime: text,
  callerName: text,
  plate: text,
  phone: text,
  phoneMissing: phoneMissingReason.nullable(),
  model: text,
  grade: gradeCode.nullable(),
  withIntent: z.boolean(),
  orderedOnSpot: z.boolean(),
  testDrive: z.boolean(),
  agreementNumber: text,
  remark: text,
  consultantId: id.nullable(),
  consultantName: text,
  assignedBy: assignmentWay.nullable(),
  /** 代接待: the owner for whom the consultant stands in. */
  standsInForName: text,
  customerId: id.nullable(),
  opportunityId: id.nullable(),
  cardedOn: date.nullable(),
  /** Has an intent and no card yet. */
  uncarded: z.boolean(),
  /** Names of what a complete line still lacks (R-11.7, levels of the form `visit`). */
  missing: z.array(z.string()),
  registeredAt: instant.nullable(),
  registeredByName: text,
  abilities: z.object({
    update: z.boolean(),
    leave: z.boolean(),
    handOver: z.boolean(),
    card: z.boolean(),
    openCard: z.boolean(),
  }),
})
export type VisitRow = z.infer<typeof visitRow>

/** The foot of the register's sheet: batches 批次 of a day. */
export const registerTotals = z.object({
  visits: count,
  walkIns: count,
  callIns: count,
  first: count,
  repeat: count,
  people: count,
  valid: count,
  withPhone: count,
  carded: count,
  uncarded: count,
  orderedOnSpot: count,
  testDrives: count,
  /** Still here. */
  open: count,
  /** Lines that lack something. */
  incomplete: count,
})
export type RegisterTotals = z.infer<typeof registerTotals>

const signature = z.object({ at: instant, staffId: id, name: z.string() })

export const visits = {
  /**
   * Registers a walk-in or call-in: nothing but kind and party size is needed. Without `consultantId` the
   * rotation gives a first visit to whoever is next, and a repeat customer to his owner or to a stand-in; `byHandReason` says
   * why it goes to somebody else. Refuses with RULE_REFUSED `earlier_visit_uncarded` {visitId} for a person whose earlier visit still
   * has no card, with VALIDATION_FAILED for a phone or a time that cannot be right.
   */
  register: command({
    access: 'visit.register',
    input: z.strictObject({
      ...z.strictObject(visitFields).partial().shape,
      kind: visitKind,
      /** Left out, it is worked out: repeat for a known phone or a customer who is named. */
      occasion: visitOccasion.optional(),
      customerId: id.nullish(),
      consultantId: id.nullish(),
      byHandReason: note.optional(),
    }),
    output: z.object({
      visitId: id,
      occasion: visitOccasion,
      consultantId: id.nullable(),
      consultantName: text,
      assignedBy: assignmentWay.nullable(),
      standsInForName: text,
      customerId: id.nullable(),
      /** Why it went to whom it went, and who was passed over. */
      reasons: z.array(reasonSchema),
      /** Important fields still empty, in one list. */
      reminders: z.array(z.string()),
    }),
    changes: ['visits', 'rotation', 'plans'],
  }),
  /**
   * Completes or corrects a line. Until the day is closed its consultant and the desk may; later a manager with a reason, and nobody
   * what the desk signed. Refuses with STALE_VERSION when somebody saved first.
   */
  update: command({
    access: 'visit.register',
    input: z.strictObject({
      visitId: id,
      version: z.number().int().optional(),
      ...z.strictObject(visitFields).partial().shape,
      reason: note.optional(),
    }),
    output: z.object({ version: z.number().int(), reminders: z.array(z.string()) }),
    changes: ['visits', 'rotation', 'plans'],
  }),
  /** He leaves: now, or at the time named. */
  leave: command({
    access: 'visit.register',
    input: z.strictObject({ visitId: id, leftTime: timeOfDay.optional() }),
    output: z.object({ leftTime: timeOfDay }),
    changes: ['visits', 'rotation'],
  }),
  /**
   * Gives an open visit to somebody else, with a reason; its former consultant gets his place in the rotation back. Afterwards only a
   * manager, and only a line without a card.
   */
  handOver: command({
    access: 'visit.register',
    input: z.strictObject({ visitId: id, consultantId: id, reason: note }),
    changes: ['visits', 'rotation', 'plans'],
  }),
  /**
   * From visit to card in one act: a new customer with opportunity and first plan, or, with `customerId`, a further opportunity
   * of a known one (`opportunity` and `plan`), or just the link to what he has (`opportunityId`). Its owner is the visit's consultant
   * . A test drive of the visit is entered with its agreement number. Refuses as `customers.register` does.
   */
  card: command({
    access: 'visit.register',
    input: z.strictObject({
      visitId: id,
      customer: customerInput.optional(),
      opportunity: opportunityInput.optional(),
      plan: planInput.optional(),
      customerId: id.nullish(),
      opportunityId: id.nullish(),
      /** R-3.4a A manager lets a known phone be used once more. */
      overrideReason: note.optional(),
      /** S7 What a new customer was told, agreed to and asked for. */
      choices: choicesInput.optional(),
    }),
    output: z.object({
      customerId: id,
      opportunityId: id,
      planId: id.nullable(),
      limit: date.nullable(),
      reminders: z.array(z.string()),
      warnings: z.array(reasonSchema),
    }),
    changes: ['visits', 'rotation', 'customers', 'plans'],
  }),
  get: query({ access: 'visit.read', input: z.strictObject({ visitId: id }), output: visitRow }),
  /** The register of a date, or of some dates: open visits first, then the newest. */
  list: query({
    access: 'visit.read',
    input: z
      .strictObject({
        on: date.optional(),
        from: date.optional(),
        until: date.optional(),
        consultantId: id.optional(),
        show: z.enum(['all', 'here', 'uncarded', 'incomplete', 'valid', 'no_phone']).optional(),
        text: z.string().max(100).optional(),
        ...page,
      })
      .optional(),
    output: rowsOf(visitRow),
  }),
  /** The day of the register: its totals, and who signed them. */
  day: query({
    access: 'visit.read',
    input: z.strictObject({ on: date.optional() }).optional(),
    output: z.object({
      on: date,
      totals: registerTotals,
      closed: signature.extend({ note: text, totals: registerTotals }).nullable(),
      countersigned: signature.nullable(),
      /** Lines that came after the desk had signed: no part of its totals. */
      since: count,
      abilities: z.object({ close: z.boolean(), countersign: z.boolean() }),
    }),
  }),
  /**
   * The desk totals the day and signs; everybody has left by then. Refuses with RULE_REFUSED `visitors_still_here` {count}. Whoever comes after it
   * had signed is registered all the same, and is no part of what it signed.
   */
  close: command({
    access: 'register.close',
    judges: true,
    input: z.strictObject({ on: date, note: note.optional() }),
    output: z.object({ totals: registerTotals, closedAt: instant }),
    changes: ['visits', 'checks'],
  }),
  /** The manager countersigns what the desk signed (确认内容真实，没有遗漏). */
  countersign: command({
    access: 'register.countersign',
    judges: true,
    input: z.strictObject({ on: date }),
    changes: ['visits', 'checks'],
  }),
}

/** What a visitor's phone or plate tells the desk while it is typed, within the asker's rights. */
export const arrivals = {
  /**
   * Who is at the door: the known customer and his owner, his appointment of today, and his earlier visit that has no card. Answers while
   * typing: from 7 digits on a phone's beginning, else the whole number or plate.
   */
  find: query({
    access: 'visit.register',
    input: z.strictObject({ phone: z.string().max(60).optional(), plate: z.string().max(20).optional() }),
    output: z.object({
      customer: z
        .object({
          customerId: id,
          name: z.string(),
          ownerId: id.nullable(),
          ownerName: text,
          /** The owner can receive him now; if not, why. */
          ownerIsHere: z.boolean(),
          why: z.array(reasonSchema),
          mayOpen: z.boolean(),
        })
        .nullable(),
      /** Further customers whose number begins like this, or who have this number or plate too. With several nobody is named. */
      others: count,
      appointment: z.object({ on: date, time: timeOfDay.nullable(), ownerName: text }).nullable(),
      uncarded: z
        .object({ visitId: id, visitedOn: date, consultantName: text, mayOpen: z.boolean() })
        .nullable(),
    }),
  }),
}

export const testDrives = {
  /** Enters a test drive 试驾 of an opportunity with the number of its agreement; one number is used once. */
  record: command({
    access: 'testDrive.record',
    input: z.strictObject({
      opportunityId: id,
      drivenOn: date,
      model: z.string().trim().max(80).optional(),
      agreementNumber: z.string().trim().max(60).optional(),
    }),
    output: z.object({ testDriveId: id }),
    changes: ['customers', 'visits'],
  }),
  /** Test drives of a customer, newest first. */
  list: query({
    access: 'customer.read',
    input: z.strictObject({ customerId: id }),
    output: rowsOf(
      z.object({
        testDriveId: id,
        opportunityId: id,
        drivenOn: date,
        model: text,
        agreementNumber: text,
        staffName: text,
        visitId: id.nullable(),
      }),
    ),
  }),
}
