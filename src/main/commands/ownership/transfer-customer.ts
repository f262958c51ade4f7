import type { BusinessDate } from '#shared/time/business-date.ts'
import type { Context } from '#main/calls/context.ts'
import { planAfterTransfer } from '#main/rules/transfer-plan.ts'
import type { ReadableStore, WritableStore } from '#main/store/handle.ts'
import { listOpportunities } from '#main/store/read/customers.ts'
import {
  listOpenInstructions,
  listOpenPlansOfCustomer,
  readTransferred,
} from '#main/store/read/reassignments.ts'
import { lastEffectiveWith } from '#main/store/read/relatives.ts'
import type { CustomerRow } from '#main/store/rows.ts'
import type { TransferSnapshot } from '#main/store/schema/ownership.ts'
import { addOwner, changeCustomer, changeOpportunity } from '#main/store/write/customers.ts'
import { closeOwner, moveInstruction, movePlan } from '#main/store/write/reassignments.ts'
import { familyOf } from '#main/commands/customers/relatives.ts'
import { workCalendarOf } from '#main/commands/subjects.ts'
import { overtakeClaims } from './overtaken-claims.ts'

const firstDays = new WeakMap<Context, Map<string, BusinessDate>>()

/** The first day from today on which somebody works; worked out once an act. */
export function firstWorkingDayOf(store: ReadableStore, context: Context, staffId: string): BusinessDate {
  const known = firstDays.get(context) ?? new Map<string, BusinessDate>()
  firstDays.set(context, known)
  const day = known.get(staffId) ?? workCalendarOf(store, context, staffId).firstWorkingDayFrom(context.today)
  known.set(staffId, day)
  return day
}

/** The last effective follow-up of somebody with a customer, or with one of his linked relatives. */
export const lastEffectiveFor = (
  store: ReadableStore,
  customer: CustomerRow,
  staffId: string,
  found: { readonly lastEffectiveOn: BusinessDate | null },
): BusinessDate | null =>
  customer.familyId === null
    ? found.lastEffectiveOn
    : lastEffectiveWith(store, familyOf(store, customer), staffId)

/**
 * Gives one customer another owner (客户移交, R-5.3, R-7.2 … ): the customer, all his opportunities, their open
 * plans, the instructions that are not closed, and the chain of owners. Claims that wait are overtaken. Everything else of them stays as it was. Plans
 * that are overdue fall due anew on the new owner's first working day, and he answers for nothing that fell due before
 * today. Who may receive, the caller has made sure of; `reason` stands in the chain of owners.
 */
export function transferCustomer(
  store: WritableStore,
  context: Context,
  customer: CustomerRow,
  to: string,
  { reason }: { readonly reason: string },
): TransferSnapshot {
  const { today } = context
  const { customerId, ownerId: from } = customer
  if (from === to) throw new Error(`customer ${customerId} is with ${to} already`)
  const found = readTransferred(store, customerId, to)
  if (found.ownerRowId) closeOwner(store, found.ownerRowId, today)
  const openedOwnerRowId = context.newId()
  addOwner(store, {
    ownerRowId: openedOwnerRowId,
    customerId,
    ownerId: to,
    fromOn: today,
    untilOn: null,
    reason,
  })
  const { version } = changeCustomer(store, customer, {
    ownerId: to,
    ownerSinceOn: today,
    lastEffectiveOn: lastEffectiveFor(store, customer, to, found),
  })
  return {
    customer: {
      ownerSinceOn: customer.ownerSinceOn,
      lastEffectiveOn: customer.lastEffectiveOn,
      versionAfter: version,
      followUps: found.followUps,
    },
    closedOwnerRowId: found.ownerRowId,
    openedOwnerRowId,
    opportunities: listOpportunities(store, customerId).map((each) => {
      const isOpen = each.status === 'open' || each.status === 'lost_waiting'
      const after = changeOpportunity(store, each, {
        ownerId: to,
        ...(isOpen ? { answerableFrom: today } : {}),
      })
      const { opportunityId, answerableFrom } = each
      return { opportunityId, answerableFrom, versionAfter: after.version }
    }),
    plans: (found.plans > 0 ? listOpenPlansOfCustomer(store, customerId) : []).map((plan) => {
      const { planId, assigneeId, leaveId, dueOn, dueAnewOn, dueTime, channel, purpose } = plan
      const day = firstWorkingDayOf(store, context, to)
      const after = planAfterTransfer(plan, day, today)
      movePlan(store, planId, {
        assigneeId: to,
        leaveId: null,
        dueOn: after.dueOn,
        ...(after.anew ? { dueAnewOn: today } : {}),
      })
      const left = { dueOn: after.dueOn, dueTime, channel, purpose }
      return { planId, assigneeId, leaveId, dueOn, dueAnewOn, after: left }
    }),
    instructions: (found.instructions > 0 ? listOpenInstructions(store, customerId) : []).map(
      ({ instructionId, staffId, seenAt, answeredAt }) => {
        // What the former owner has seen, the new one has not.
        moveInstruction(store, instructionId, { staffId: to, seenAt: answeredAt === null ? null : seenAt })
        return { instructionId, staffId, seenAt, answeredAt }
      },
    ),
    claims: found.claims > 0 ? overtakeClaims(store, context, customerId, to) : [],
  }
}
