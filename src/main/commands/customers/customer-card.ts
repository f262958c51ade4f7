import { can, inScope } from '#shared/access/can.ts'
import type { CardOpportunity, CustomerCard } from '#shared/contract/customers.ts'
import type { Permission } from '#shared/access/permissions.ts'
import type { Context } from '#main/calls/context.ts'
import { protectionOf } from '#main/rules/dormancy.ts'
import { gradeForDate, gradeOutOfStep } from '#main/rules/grade-for-date.ts'
import { checkInstructionOwner } from '#main/rules/instruction-loop.ts'
import { joinRemark } from '#shared/policy/remark-grade.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { callPlansOf } from '#main/store/read/appointments.ts'
import { highestOpenGrade, leadingOpportunity } from '#main/store/read/customer-list.ts'
import {
  listChangesOfCustomer,
  listOpportunities,
  listOwners,
  listPhones,
} from '#main/store/read/customers.ts'
import { findLastLoss, listFollowUpsOfCustomer, listPlansOfCustomer } from '#main/store/read/follow-ups.ts'
import { listSharing } from '#main/store/read/duplicates.ts'
import { listInstructionsOfCustomer } from '#main/store/read/instructions.ts'
import { listRelatives } from '#main/store/read/relatives.ts'
import { listRecordingsOfCustomer } from '#main/store/read/recordings.ts'
import { listTakenIn } from '#main/store/read/merges.ts'
import { findStaff } from '#main/store/read/staff.ts'
import type { CustomerRow, OpportunityRow } from '#main/store/rows.ts'
import { coveredPlansOf } from '#main/commands/leaves/covered.ts'
import { tellInstruction } from '#main/commands/instructions/instructions.ts'
import { mayOpen, tellName } from '#main/commands/subjects.ts'
import { ageOn, emptyImportantOf } from './intake.ts'
import { expectedVisitOf } from '#main/commands/appointments/expected-visit.ts'
import { openingProgress } from '#main/rules/opening-sequence.ts'

function loss(store: ReadableStore, opportunityId: string): CardOpportunity['loss'] {
  const row = findLastLoss(store, opportunityId)
  if (!row) return null
  const nameOf = (staffId: string | null) => (staffId ? (findStaff(store, staffId)?.name ?? null) : null)
  return {
    reason: row.reason,
    note: row.note,
    competitor: row.competitor,
    appliedOn: row.appliedOn,
    appliedBy: nameOf(row.appliedBy) ?? '',
    decidedBy: nameOf(row.decidedBy),
    decision: row.decision,
  }
}

function opportunityOnCard(store: ReadableStore, row: OpportunityRow, context: Context): CardOpportunity {
  const { policy, today } = context
  const expected = row.expectedPurchaseDate
  return {
    opportunityId: row.opportunityId,
    version: row.version,
    status: row.status,
    model: row.model,
    grade: row.grade,
    gradeByDate: (expected ? gradeForDate(expected, policy, today) : undefined) ?? row.grade,
    outOfStep: row.status === 'open' && gradeOutOfStep(row, policy, today) !== undefined,
    expectedPurchaseDate: expected,
    purchaseType: row.purchaseType,
    remark: joinRemark(row.grade, row.remark),
    remarkText: row.remark,
    competitor: row.competitor,
    budget: row.budget,
    payment: row.payment,
    use: row.use,
    tradeInCar: row.tradeInCar,
    quotationFen: row.quotationFen,
    openedOn: row.openedOn,
    anchorOn: row.anchorOn,
    limit: row.limitOn,
    attemptsSinceReached: row.attemptsSinceReached,
    lastContactOn: row.lastContactOn,
    opening: row.status === 'open' ? openingProgress(row, policy) : null,
    appointment: expectedVisitOf(store, context, row.opportunityId),
    orderedOn: row.orderedOn,
    deliveredOn: row.deliveredOn,
    loss: loss(store, row.opportunityId),
  }
}

/** The whole card of a customer: data, opportunities, time line, owners, protection, and what the asker may do. */
export function makeCard(store: ReadableStore, context: Context, row: CustomerRow): CustomerCard {
  const { policy, today, actor } = context
  const opportunities = listOpportunities(store, row.customerId)
  const leading = leadingOpportunity(opportunities, policy)
  const hasOpen = opportunities.some(({ status }) => status === 'open' || status === 'lost_waiting')
  const may = (permission: Permission) => {
    const verdict = can(actor, permission)
    // S7 Of whoever was erased the figures are read, and nothing is done any more.
    return verdict.yes && inScope(verdict.scope, row.ownerId) && row.erasedOn === null
  }
  const { protectedUntil, dormantFrom, daysLeft, thinIce } = protectionOf(
    { lastEffectiveOn: row.lastEffectiveOn, ownerSince: row.ownerSinceOn, openedOn: row.createdOn },
    policy,
    today,
  )
  const {
    pinyin: _pinyin,
    initials: _initials,
    createdAt: _at,
    createdBy: _by,
    importBatchId: _batch,
    familyId: _family,
    mergedIntoId: _merged,
    ...data
  } = row
  const { lastEffectiveOn: _effective, lastContactOn: _contact, ...shown } = data
  const sharing = listSharing(store, row.customerId)
  const takenIn = listTakenIn(store, row.customerId)
  const calls = callPlansOf(store, row.customerId)
  const sounds = listRecordingsOfCustomer(store, row.customerId)
  const soundsOf = (id: string) =>
    sounds.filter((each) => each.followUpId === id).map(({ followUpId: _id, ...each }) => each)
  return {
    customer: {
      ...shown,
      age: ageOn(row.birthday, today),
      phones: [...new Set([...listPhones(store, row.customerId), ...sharing.map(({ phone }) => phone)])],
      ownerName: row.ownerId ? (findStaff(store, row.ownerId)?.name ?? null) : null,
      grade: highestOpenGrade(store, row.customerId, policy),
      status: leading?.status ?? null,
    },
    opportunities: opportunities.map((each) => opportunityOnCard(store, each, context)),
    followUps: listFollowUpsOfCustomer(store, row.customerId).map(({ followUp, staffName }) => ({
      followUpId: followUp.followUpId,
      opportunityId: followUp.opportunityId,
      staffId: followUp.staffId,
      staffName,
      contactedOn: followUp.contactedOn,
      recordedAt: followUp.recordedAt,
      result: followUp.result,
      channel: followUp.channel,
      inbound: followUp.inbound,
      content: followUp.content,
      feedback: followUp.feedback,
      effective: { yes: followUp.effective, reasons: [...followUp.effectiveReasons] },
      lateRecorded: followUp.lateRecorded,
      imported: followUp.importBatchId !== null,
      recordings: soundsOf(followUp.followUpId),
      gradeBefore: followUp.gradeBefore,
      gradeAfter: followUp.gradeAfter,
    })),
    plans: listPlansOfCustomer(store, row.customerId).map(({ plan, assigneeName }) => ({
      planId: plan.planId,
      opportunityId: plan.opportunityId,
      on: plan.dueOn,
      time: plan.dueTime,
      channel: plan.channel,
      purpose: plan.purpose,
      status: plan.status,
      assigneeId: plan.assigneeId,
      assigneeName,
      beyondLimitReason: plan.beyondLimitReason,
      isCall: calls.has(plan.planId),
    })),
    changes: listChangesOfCustomer(store, row.customerId).map(({ change, staffName }) => ({
      changeId: change.changeId,
      opportunityId: change.opportunityId,
      changedOn: change.changedOn,
      changedAt: change.changedAt,
      staffName,
      gradeBefore: change.gradeBefore,
      gradeAfter: change.gradeAfter,
      expectedBefore: change.expectedBefore,
      expectedAfter: change.expectedAfter,
    })),
    // The chains of the records that were merged into him stay readable beside his own.
    owners: [{ customerId: row.customerId, name: null }, ...takenIn].flatMap(({ customerId, name }) =>
      listOwners(store, customerId).map(({ owner, ownerName }) => ({
        ownerId: owner.ownerId,
        ownerName,
        fromOn: owner.fromOn,
        untilOn: owner.untilOn,
        reason: owner.reason,
        mergedFrom: name,
      })),
    ),
    sharedPhones: sharing.map((each) => ({
      phone: each.phone,
      customerId: each.customerId,
      name: tellName(context, each),
      ownerName: each.ownerName,
      reason: each.reason,
      allowedBy: each.allowedBy,
      allowedOn: each.allowedOn,
      mayOpen: mayOpen(context, each),
    })),
    mergedFrom: takenIn.map(({ mergedAt: _when, ...each }) => each),
    instructions: listInstructionsOfCustomer(store, row.customerId).map((each) =>
      tellInstruction(each, context),
    ),
    relatives: listRelatives(store, row.customerId).map(({ customerId, name, relation }) => ({
      customerId,
      name,
      relation,
    })),
    protection: hasOpen ? { protectedUntil, dormantFrom, daysLeft, thinIce } : null,
    emptyImportant: row.erasedOn === null ? emptyImportantOf(row, leading, context) : [],
    abilities: {
      update: may('customer.update'),
      addOpportunity: may('customer.update'),
      execute: may('followUp.execute') || coveredPlansOf(store, context, row).length > 0,
      allowBeyondLimit: may('plan.allowBeyondLimit'),
      decideLoss: may('loss.decide'),
      attachRecording: may('recording.attach'),
      merge: may('customer.merge'),
      copyData: may('customer.copyData'),
      erase: may('customer.erase'),
      instruct:
        may('instruction.give') &&
        checkInstructionOwner(row.ownerId ? findStaff(store, row.ownerId) : undefined).length === 0,
    },
  }
}
