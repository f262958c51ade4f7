import type { Output } from '#shared/contract/index.ts'
import type { CardFormOpportunity } from '#shared/contract/forms-card.ts'
import { joinRemark } from '#shared/policy/remark-grade.ts'
import type { Context } from '#main/calls/context.ts'
import { ageOn } from '#main/commands/customers/intake.ts'
import { getCustomer } from '#main/commands/subjects.ts'
import { cardBack } from '#main/rules/card-back.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import {
  listChanges,
  listChangesOfCustomer,
  listOpportunities,
  listPhones,
} from '#main/store/read/customers.ts'
import { findLastLoss, listFollowUpsOfCustomer, listPlansOfCustomer } from '#main/store/read/follow-ups.ts'
import { listDrivesOnCard, listVisitsOfCustomer } from '#main/store/read/forms-card.ts'
import { standingFor } from '#main/store/read/merges.ts'
import { listRelatives } from '#main/store/read/relatives.ts'
import { findStaff } from '#main/store/read/staff.ts'
import type { CustomerRow, OpportunityRow } from '#main/store/rows.ts'

function tellOpportunity(store: ReadableStore, row: OpportunityRow): CardFormOpportunity {
  const loss = row.status === 'lost' ? findLastLoss(store, row.opportunityId) : undefined
  return {
    opportunityId: row.opportunityId,
    status: row.status,
    model: row.model,
    firstGrade: listChanges(store, row.opportunityId)[0]?.gradeBefore ?? row.grade,
    grade: row.grade,
    expectedPurchaseDate: row.expectedPurchaseDate,
    purchaseType: row.purchaseType,
    remark: joinRemark(row.grade, row.remark),
    competitor: row.competitor,
    budget: row.budget,
    payment: row.payment,
    use: row.use,
    tradeInCar: row.tradeInCar,
    quotationFen: row.quotationFen,
    openedOn: row.openedOn,
    orderedOn: row.orderedOn,
    deliveredOn: row.deliveredOn,
    lostOn: row.status === 'lost' ? row.endedOn : null,
    lossReason: loss?.reason ?? null,
  }
}

function backOf(store: ReadableStore, customerId: string, opportunities: readonly OpportunityRow[]) {
  return cardBack({
    models: new Map(opportunities.map(({ opportunityId, model }) => [opportunityId, model])),
    plans: listPlansOfCustomer(store, customerId).map(({ plan, assigneeName }) => ({
      planId: plan.planId,
      opportunityId: plan.opportunityId,
      on: plan.dueOn,
      time: plan.dueTime,
      channel: plan.channel,
      purpose: plan.purpose,
      status: plan.status,
      staffName: assigneeName,
      followUpId: plan.followUpId,
      endedOn: plan.endedOn,
    })),
    contacts: listFollowUpsOfCustomer(store, customerId)
      .map(({ followUp, staffName }) => ({
        followUpId: followUp.followUpId,
        opportunityId: followUp.opportunityId,
        on: followUp.contactedOn,
        channel: followUp.channel,
        result: followUp.result,
        content: followUp.content,
        feedback: followUp.feedback,
        effective: followUp.effective,
        lateRecorded: followUp.lateRecorded,
        staffName,
        gradeBefore: followUp.gradeBefore,
        gradeAfter: followUp.gradeAfter,
      }))
      // The readers give the newest first; on paper one writes downwards.
      .toReversed(),
    changes: listChangesOfCustomer(store, customerId)
      .filter(({ change }) => change.followUpId === null)
      .map(({ change, staffName }) => ({
        on: change.changedOn,
        opportunityId: change.opportunityId,
        staffName,
        gradeBefore: change.gradeBefore,
        gradeAfter: change.gradeAfter,
      }))
      .toReversed(),
  })
}

const customerOnCard = (
  store: ReadableStore,
  row: CustomerRow,
  context: Context,
): Output<'forms', 'card'>['customer'] => ({
  customerId: row.customerId,
  name: row.name,
  gender: row.gender,
  mobile: row.mobile,
  phones: listPhones(store, row.customerId),
  birthday: row.birthday,
  age: ageOn(row.birthday, context.today),
  area: row.area,
  source: row.source,
  customerType: row.customerType,
  wechat: row.wechat,
  email: row.email,
  address: row.address,
  company: row.company,
  occupation: row.occupation,
  plate: row.plate,
  currentCar: row.currentCar,
  family: row.family,
  companion: row.companion,
  ownerName: row.ownerId ? (findStaff(store, row.ownerId)?.name ?? null) : null,
  createdOn: row.createdOn,
})

/** 客户管理卡, front and back, of a customer within reach. */
export function makeCardForm(
  store: ReadableStore,
  customerId: string,
  context: Context,
): Output<'forms', 'card'> {
  // A merged record answers with the card of the one that was kept.
  const row = getCustomer(store, context, standingFor(store, customerId))
  const opportunities = listOpportunities(store, row.customerId).toReversed()
  return {
    storeName: context.store.name,
    printedOn: context.today,
    bought: opportunities.some(({ status }) => status === 'ordered' || status === 'delivered'),
    customer: customerOnCard(store, row, context),
    relatives: listRelatives(store, row.customerId).map(({ name, relation }) => ({ name, relation })),
    opportunities: opportunities.map((each) => tellOpportunity(store, each)),
    visits: listVisitsOfCustomer(store, row.customerId),
    testDrives: listDrivesOnCard(store, row.customerId),
    entries: backOf(store, row.customerId, opportunities),
  }
}
