import { reason } from '#shared/reasons.ts'
import { texts } from '#shared/text/index.ts'
import { addDays, type BusinessDate } from '#shared/time/business-date.ts'
import type { Context } from '#main/calls/context.ts'
import type { AcceptedRow } from '#main/files/import/decide-rows.ts'
import { fullRemark } from '#main/files/import/read-row.ts'
import { pinyinOf } from '#main/platform/pinyin.ts'
import { openingCadence } from '#main/rules/follow-up-limit.ts'
import type { WritableStore } from '#main/store/handle.ts'
import { findCustomerByPhone } from '#main/store/read/customers.ts'
import { addCustomer, addOpportunity, addOwner, addPhone } from '#main/store/write/customers.ts'
import { addFollowUp, addPlan } from '#main/store/write/follow-ups.ts'
import { readEntry, rulesOf, spread, type Entry, type Rules } from './import-entries.ts'

/** Rows written between two reports of progress. */
const writtenAtOnce = 500

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

/** The opportunity of a row, open from the import on. */
function writeOpportunity(
  store: WritableStore,
  context: Context,
  batchId: string,
  entry: Entry,
  { limitFrom }: Rules,
  tomorrow: BusinessDate,
): void {
  const { today, locale } = context
  const { row, customerId, opportunityId, grade, expectedPurchaseDate, anchorOn, lastContactOn } = entry
  // A limit that has passed starts again with the import; one that is still to come stays.
  const from = limitFrom(anchorOn, grade) > today ? anchorOn : today
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
    remark: fullRemark(row, texts[locale].codes.field),
    openedOn: row.openedOn ?? today,
    ...openingCadence(from),
    lastContactOn,
    limitOn: limitFrom(from, grade),
    // Nobody answers for what falls due while the book is being brought in (chosen, after ).
    answerableFrom: tomorrow,
    planMissingSince: null,
    orderedOn: null,
    deliveredOn: null,
    endedOn: null,
    importBatchId: batchId,
    version: 1,
  })
}

function writePlan(
  store: WritableStore,
  context: Context,
  batchId: string,
  { row, customerId, opportunityId }: Entry,
  on: BusinessDate | undefined,
): void {
  if (!on) throw new Error(`row ${row.row} came out without a plan`)
  const { today, now, actor, newId, locale } = context
  addPlan(store, {
    planId: newId(),
    opportunityId,
    customerId,
    assigneeId: row.ownerId,
    dueOn: on,
    dueTime: null,
    channel: 'phone',
    purpose: texts[locale].ledgerFile.firstPlan,
    status: 'open',
    beyondLimitReason: null,
    madeOn: today,
    madeAt: now,
    madeBy: actor.staffId,
    endedOn: null,
    followUpId: null,
    importBatchId: batchId,
  })
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
  const rules = rulesOf(context)
  const tomorrow = addDays(context.today, 1)
  const entries = accepted.map((row) => readEntry(row, rules, context))
  const plansById = spread(store, context, rules, entries)
  for (let from = 0; from < entries.length; from += writtenAtOnce) {
    context.progress(from, entries.length)
    // Table by table: the pages of one are at hand while its rows are written.
    const part = entries.slice(from, from + writtenAtOnce)
    for (const entry of part) writeCustomer(store, context, batchId, entry)
    for (const entry of part) writeOpportunity(store, context, batchId, entry, rules, tomorrow)
    for (const entry of part) writeFollowUps(store, context, batchId, entry)
    for (const entry of part)
      writePlan(store, context, batchId, entry, plansById.get(entry.opportunityId)?.on)
  }
  context.progress(entries.length, entries.length)
  const followUps = accepted.reduce((all, row) => all + row.followUps.length, 0)
  return { opportunities: entries.length, followUps, plans: entries.length }
}
