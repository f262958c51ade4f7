import { inScope } from '#shared/access/can.ts'
import type { ToDoItem } from '#shared/contract/to-do.ts'
import { refuse } from '#shared/errors.ts'
import { reason, type Reason } from '#shared/reasons.ts'
import { addDays, daysBetween, type BusinessDate } from '#shared/time/business-date.ts'
import type { StoreCalendar } from '#shared/time/store-calendar.ts'
import type { Context, HandlersOf } from '#main/calls/context.ts'
import { tellClosed } from '#main/commands/privacy/channels.ts'
import { pageOf, readPage } from '#main/calls/page.ts'
import { protectionOf } from '#main/rules/dormancy.ts'
import { gradeForDate, gradeOutOfStep } from '#main/rules/grade-for-date.ts'
import { gradeWindows } from '#main/rules/grade-windows.ts'
import { compareToDo, planLineKind, type ToDoLine } from '#main/rules/to-do-order.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { loadByDate } from '#main/store/read/follow-ups.ts'
import { listUnanswered } from '#main/store/read/instructions.ts'
import { findStaff } from '#main/store/read/staff.ts'
import { leadMarks, type LeadMark } from '#main/commands/leads/lead-to-do.ts'
import { briefingOf, nextPlanOf } from '#main/commands/instructions/instruction-briefing.ts'
import { expectedVisitAbout } from '#main/commands/appointments/expected-visit.ts'
import { tellPhone } from '#main/commands/subjects.ts'
import {
  countDone,
  findLastFollowUp,
  listDuePlans,
  findPlanLine,
  listEndingOpportunities,
  listOutOfStep,
  listUncarded,
  type ToDoRow,
} from '#main/store/read/to-do.ts'
import { remindersOf } from './reminders.ts'

/** The list of a day is read whole unless somebody asks for a part of it. */
const wholeList = 10_000
/** How far ahead the list says when the next plans come, in days. */
const aheadDays = 14

/** A line about an opportunity, whether or not it is about a plan. */
function itemOf(
  store: ReadableStore,
  context: Context,
  { staffId, on }: { readonly staffId: string; readonly on: BusinessDate },
  row: ToDoRow,
  kind: ToDoItem['kind'],
  reasons: readonly Reason[],
): ToDoItem {
  const { policy, today } = context
  const last = findLastFollowUp(store, row.opportunityId)
  const protection = protectionOf(
    { lastEffectiveOn: row.lastEffectiveOn, ownerSince: row.ownerSinceOn, openedOn: row.createdOn },
    policy,
    today,
  )
  const itsDate = row.dueOn ?? (kind === 'out_of_step' ? on : (row.expectedPurchaseDate ?? on))
  return {
    kind,
    planId: row.planId,
    opportunityId: row.opportunityId,
    customerId: row.customerId,
    customerName: row.customerName,
    phone: tellPhone(context, row.phone, { staffId, ownerId: row.ownerId }),
    model: row.model,
    grade: row.grade,
    gradeByDate:
      (row.expectedPurchaseDate ? gradeForDate(row.expectedPurchaseDate, policy, today) : undefined) ?? null,
    on: itsDate,
    time: row.dueTime,
    daysOverdue: kind === 'overdue_plan' || kind === 'expired' ? Math.max(0, daysBetween(itsDate, on)) : 0,
    limit: row.limitOn,
    channel: row.channel,
    purpose: row.purpose,
    expectedPurchaseDate: row.expectedPurchaseDate,
    lastContactOn: row.lastContactOn,
    lastResult: last?.result ?? null,
    lastContent: last?.content ?? null,
    attemptsSinceReached: row.attemptsSinceReached,
    protectedUntil: protection.protectedUntil,
    daysLeft: protection.daysLeft,
    thinIce: protection.thinIce,
    visitId: null,
    leadId: null,
    dueAt: null,
    minutesLeft: null,
    reasons: [...reasons, ...tellClosed(row)],
    appointment: row.planId === null ? null : expectedVisitAbout(store, context, row.planId),
    instruction: null,
  }
}

const bare = {
  planId: null,
  opportunityId: null,
  customerId: null,
  customerName: null,
  phone: null,
  model: null,
  grade: null,
  gradeByDate: null,
  time: null,
  daysOverdue: 0,
  limit: null,
  channel: null,
  purpose: null,
  expectedPurchaseDate: null,
  lastContactOn: null,
  lastResult: null,
  lastContent: null,
  attemptsSinceReached: 0,
  protectedUntil: null,
  daysLeft: null,
  thinIce: false,
  visitId: null,
  leadId: null,
  dueAt: null,
  minutesLeft: null,
  reasons: [],
  appointment: null,
  instruction: null,
} as const

/** Lines that are about no opportunity: instructions to answer, visits without a card. */
function otherItems(store: ReadableStore, context: Context, staffId: string, on: BusinessDate): ToDoItem[] {
  const instructions = listUnanswered(store, staffId, on).map((row) => ({
    ...bare,
    ...(row.asHelper ? briefingOf(store, context, row.customerId) : { customerId: row.customerId }),
    reasons: [],
    kind: 'instruction' as const,
    customerName: row.customerName,
    phone: row.phone && tellPhone(context, row.phone, { staffId, ownerId: row.ownerId }),
    on: row.dueOn ?? row.givenOn,
    daysOverdue: row.dueOn && row.dueOn < on ? daysBetween(row.dueOn, on) : 0,
    instruction: {
      instructionId: row.instructionId,
      text: row.text,
      giver: row.giverName,
      givenOn: row.givenOn,
      dueOn: row.dueOn,
      proposedGrade: row.proposedGrade,
      seen: row.seenAt !== null,
      asHelper: row.asHelper === 1,
      ownerName: row.staffName,
      helperName: row.helperName,
      nextPlan: row.asHelper ? nextPlanOf(store, context, row.customerId) : null,
    },
  }))
  const visits = listUncarded(store, staffId, on).map((row) => ({
    ...bare,
    reasons: [],
    kind: 'uncarded_visit' as const,
    visitId: row.visitId,
    customerName: row.callerName,
    model: row.model,
    on: row.visitedOn,
    daysOverdue: daysBetween(row.visitedOn, on),
  }))
  return [...instructions, ...visits]
}

/** How many days ago a plan was due; none while the next open date has not passed. */
const daysAfter = (dueOn: BusinessDate | null, on: BusinessDate, { nextOpen }: StoreCalendar): number =>
  dueOn !== null && nextOpen(dueOn) < on ? daysBetween(dueOn, on) : 0

/** Everything that is to be done by somebody on a date, in the order of. */
function listItems(store: ReadableStore, context: Context, staffId: string, on: BusinessDate): ToDoItem[] {
  const { policy, today, calendar } = context
  const ahead = on > today
  // The clock of a lead runs now, whatever date is looked at.
  const awaited = on === today ? leadMarks(store, context, staffId) : new Map<string, LeadMark>()
  const plans = listDuePlans(store, staffId, on)
    .filter((row) => (!ahead || row.dueOn === on) && !awaited.has(row.planId ?? ''))
    .map((row) => {
      const kind = planLineKind(
        { dueOn: row.dueOn ?? on, at: row.dueTime, channel: row.channel },
        calendar,
        on,
      )
      const covered = row.coveredFor === null ? [] : [reason('plan_covered_for', { name: row.coveredFor })]
      return itemOf(store, context, { staffId, on }, row, kind, covered)
    })
  if (ahead) return plans
  const leads = [...awaited].flatMap(([planId, mark]) => {
    const row = findPlanLine(store, staffId, planId)
    if (!row) return []
    const line = itemOf(store, context, { staffId, on }, row, 'lead', mark.reasons)
    return [{ ...line, ...mark, daysOverdue: daysAfter(row.dueOn, on, calendar) }]
  })
  const ending = listEndingOpportunities(store, staffId, on).map((row) => {
    const expired = row.expectedPurchaseDate !== null && row.expectedPurchaseDate < on
    return itemOf(store, context, { staffId, on }, row, expired ? 'expired' : 'expiring', [])
  })
  const drifted = listOutOfStep(store, staffId, gradeWindows(policy, on)).flatMap((row) => {
    const drift = gradeOutOfStep(row, policy, on)
    return drift ? [itemOf(store, context, { staffId, on }, row, 'out_of_step', [drift.reason])] : []
  })
  return [...leads, ...plans, ...ending, ...drifted, ...otherItems(store, context, staffId, on)]
}

/** What the order of the list looks at. */
const lineOf = (item: ToDoItem): ToDoLine => ({
  id: item.planId ?? item.opportunityId ?? item.instruction?.instructionId ?? item.customerId ?? '',
  kind: item.kind,
  on: item.on,
  at: item.time,
  minutesLeft: item.minutesLeft,
  grade: item.grade,
  lastContactOn: item.lastContactOn,
})

export const toDo: HandlersOf<'toDo'> = {
  list: (store, input, context) => {
    const { actor, scope, today, policy } = context
    const staffId = input?.staffId ?? actor.staffId
    const on = input?.on ?? today
    if (!inScope(scope, staffId) || !findStaff(store, staffId))
      return refuse('NOT_FOUND', { what: 'staff', id: staffId })
    const compare = compareToDo(policy, on)
    const items = listItems(store, context, staffId, on).sort((a, b) => compare(lineOf(a), lineOf(b)))
    const ahead = [...loadByDate(store, staffId, addDays(on, 1), addDays(on, aheadDays))]
    const { offset, limit } = readPage({ limit: wholeList, ...input })
    const page = pageOf({ offset, limit }, items.slice(offset, offset + limit), items.length)
    return {
      staffId,
      on,
      items: page.rows,
      ...page,
      progress: {
        done: countDone(store, staffId, on),
        open: items.filter(({ planId }) => planId !== null).length,
      },
      ahead: ahead.map(([date, count]) => ({ on: date, count })).sort((a, b) => (a.on < b.on ? -1 : 1)),
    }
  },

  reminders: (store, _input, context) => remindersOf(store, context),
}
