import { gradesInOrder } from '#shared/policy/grades.ts'
import { reason } from '#shared/reasons.ts'
import { texts } from '#shared/text/index.ts'
import { addDays, latest, type BusinessDate } from '#shared/time/business-date.ts'
import type { Context } from '#main/calls/context.ts'
import type { AcceptedRow } from '#main/files/import/decide-rows.ts'
import { fullRemark } from '#main/files/import/read-row.ts'
import { pinyinOf } from '#main/platform/pinyin.ts'
import { limitOf, openingCadence } from '#main/rules/follow-up-limit.ts'
import { gradeForDate, proposeDateForGrade } from '#main/rules/grade-for-date.ts'
import { spreadPlans, type PlanToSpread } from '#main/rules/spread-plans.ts'
import type { WritableStore } from '#main/store/handle.ts'
import { loadByDate } from '#main/store/read/follow-ups.ts'
import { findCustomerByPhone } from '#main/store/read/customers.ts'
import { addCustomer, addOpportunity, addOwner, addPhone } from '#main/store/write/customers.ts'
import { addFollowUp, addPlan } from '#main/store/write/follow-ups.ts'
import { workCalendarOf } from '#main/commands/subjects.ts'

/** How far ahead existing plans are counted when the new ones are spread, in days. */
const loadHorizon = 120
/** Rows between two reports of progress. */
const reportEvery = 200

/** A row with its ids and what the rules make of its grade, date and cadence. */
interface Entry {
  readonly row: AcceptedRow
  readonly customerId: string
  readonly opportunityId: string
  readonly grade: string
  readonly expectedPurchaseDate: BusinessDate | null
  readonly anchorOn: BusinessDate
  readonly lastContactOn: BusinessDate | null
}

/** the grade follows from the date where the ledger has none, and the date from the grade. */
function readEntry(row: AcceptedRow, { policy, today, newId }: Context): Entry {
  const expected = row.opportunity.expectedPurchaseDate
  const coldest = gradesInOrder(policy).at(-1)?.code ?? ''
  const grade =
    row.opportunity.grade ?? (expected ? gradeForDate(expected, policy, today) : undefined) ?? coldest
  const reached = row.followUps
    .filter(({ result }) => result === 'reached')
    .map(({ contactedOn }) => contactedOn)
  const [first, ...others] = reached
  const lastContactOn = first ? latest(first, ...others) : null
  const opened = row.openedOn ?? today
  return {
    row,
    customerId: newId(),
    opportunityId: newId(),
    grade,
    expectedPurchaseDate: expected ?? proposeDateForGrade(grade, policy, today) ?? null,
    anchorOn: lastContactOn ? latest(lastContactOn, opened) : opened,
    lastContactOn,
  }
}

/** one plan for each, per consultant, spread over the days to come. */
function spread(store: WritableStore, context: Context, entries: readonly Entry[]) {
  const { policy, today } = context
  const byOwner = Map.groupBy(entries, ({ row }) => row.ownerId)
  const spreadById = new Map<string, { readonly on: BusinessDate; readonly limit: BusinessDate }>()
  for (const [ownerId, own] of byOwner) {
    const calendar = workCalendarOf(store, context, ownerId)
    const wanted = own.map(({ opportunityId: id, grade, anchorOn }): PlanToSpread => ({
      id,
      grade,
      limit: limitOf({ ...openingCadence(anchorOn), grade }, policy).limit,
    }))
    const load = loadByDate(store, ownerId, today, addDays(today, loadHorizon))
    for (const plan of spreadPlans(wanted, { calendar, loadByDate: load }, policy, today))
      spreadById.set(plan.id, plan)
  }
  return spreadById
}

function writeCustomer(
  store: WritableStore,
  context: Context,
  batchId: string,
  { row, customerId, lastContactOn }: Entry,
): void {
  const { today, now, actor, newId } = context
  const { otherPhones, ...customer } = row.customer
  addCustomer(store, {
    ...customer,
    ...pinyinOf(customer.name),
    customerId,
    ownerId: row.ownerId,
    // Protection starts with the import: what happened before it is not in the system.
    ownerSinceOn: today,
    lastEffectiveOn: null,
    familyId: null,
    mergedIntoId: null,
    noticeGivenOn: null,
    consentedOn: null,
    doNotContact: [],
    erasedOn: null,
    family: null,
    companion: null,
    lastContactOn,
    createdOn: row.openedOn ?? today,
    createdAt: now,
    createdBy: actor.staffId,
    importBatchId: batchId,
    version: 1,
  })
  for (const phone of otherPhones) if (!findCustomerByPhone(store, phone)) addPhone(store, customerId, phone)
  addOwner(store, {
    ownerRowId: newId(),
    customerId,
    ownerId: row.ownerId,
    fromOn: today,
    untilOn: null,
    reason: 'imported',
  })
}

function writeFollowUps(
  store: WritableStore,
  context: Context,
  batchId: string,
  { row, customerId, opportunityId }: Entry,
): void {
  const { today, now, newId } = context
  for (const contact of row.followUps) {
    addFollowUp(store, {
      followUpId: newId(),
      opportunityId,
      customerId,
      // The ledger tells whose customer he is now, not who spoke to him then.
      staffId: null,
      planId: null,
      contactedOn: contact.contactedOn,
      recordedOn: today,
      recordedAt: now,
      result: contact.result,
      channel: contact.channel,
      content: contact.content,
      feedback: null,
      effective: false,
      effectiveReasons: [
        reason('not_effective_late_recorded', { contactedOn: contact.contactedOn, recordedOn: today }),
      ],
      lateRecorded: false,
      gradeBefore: null,
      gradeAfter: null,
      importBatchId: batchId,
    })
  }
}

/**
 * Writes the accepted rows of a ledger: customers, open opportunities, the contacts they tell of, and a plan for each
 * . Nobody answers for what fell due before the import.
 */
export function writeImportedBook(
  store: WritableStore,
  context: Context,
  batchId: string,
  accepted: readonly AcceptedRow[],
) {
  const { policy, today, now, actor, newId, locale } = context
  const words = texts[locale]
  const entries = accepted.map((row) => readEntry(row, context))
  const plansById = spread(store, context, entries)
  let followUps = 0
  for (const [index, entry] of entries.entries()) {
    const { row, customerId, opportunityId, grade, expectedPurchaseDate, anchorOn, lastContactOn } = entry
    const own = limitOf({ ...openingCadence(anchorOn), grade }, policy).limit
    // A limit that has passed starts again with the import; one that is still to come stays.
    const cadence = openingCadence(own > today ? anchorOn : today)
    const { limit } = limitOf({ ...cadence, grade }, policy)
    writeCustomer(store, context, batchId, entry)
    addOpportunity(store, {
      tradeInCar: null,
      quotationFen: null,
      openingContacts: null,
      openingFrom: null,
      ...row.opportunity,
      opportunityId,
      customerId,
      ownerId: row.ownerId,
      status: 'open',
      grade,
      expectedPurchaseDate,
      remark: fullRemark(row, words.codes.field),
      openedOn: row.openedOn ?? today,
      ...cadence,
      lastContactOn,
      limitOn: limit,
      // Nobody answers for what falls due while the book is being brought in (chosen, after ).
      answerableFrom: addDays(today, 1),
      planMissingSince: null,
      orderedOn: null,
      deliveredOn: null,
      endedOn: null,
      importBatchId: batchId,
      version: 1,
    })
    writeFollowUps(store, context, batchId, entry)
    followUps += row.followUps.length
    const plan = plansById.get(opportunityId)
    if (!plan) throw new Error(`row ${row.row} came out without a plan`)
    addPlan(store, {
      planId: newId(),
      opportunityId,
      customerId,
      assigneeId: row.ownerId,
      dueOn: plan.on,
      dueTime: null,
      channel: 'phone',
      purpose: words.ledgerFile.firstPlan,
      status: 'open',
      beyondLimitReason: null,
      madeOn: today,
      madeAt: now,
      madeBy: actor.staffId,
      endedOn: null,
      followUpId: null,
      importBatchId: batchId,
    })
    if (index % reportEvery === 0) context.progress(index, entries.length)
  }
  context.progress(entries.length, entries.length)
  return { opportunities: entries.length, followUps, plans: entries.length }
}
