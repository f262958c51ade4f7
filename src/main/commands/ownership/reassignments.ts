import { refuseByRule } from '#shared/errors.ts'
import { compareGrades } from '#shared/policy/grades.ts'
import { reason } from '#shared/reasons.ts'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { HandlersOf } from '#main/calls/context.ts'
import { pageOf, readPage } from '#main/calls/page.ts'
import { findCustomer } from '#main/store/read/customers.ts'
import {
  countCustomersByOwner,
  countOverdueByOwner,
  listHeld,
  listHeldByGrade,
  listHeldPlans,
  placesOf,
} from '#main/store/read/holdings.ts'
import { countReassignments, listReassignments, listReceived } from '#main/store/read/reassignment-acts.ts'
import { listStaff } from '#main/store/read/staff.ts'
import { addMove, addReassignment } from '#main/store/write/reassignments.ts'
import { choose, mayReceive } from './reassignments-choice.ts'
import { loadAfter } from './reassignments-load.ts'
import { obstaclesTo, undoReassignment } from './reassignments-undo.ts'
import { transferCustomer } from './transfer-customer.ts'

const sum = (of: readonly number[]) => of.reduce((total, each) => total + each, 0)

/** 客户再分配 (R-7.1 … ): who holds what, who would get what, the act and its undoing. */
export const reassignments: HandlersOf<'reassignments'> = {
  holdings: (store, _input, context) => {
    const { policy, today } = context
    const held = listHeldByGrade(store, placesOf(policy))
    const owned = countCustomersByOwner(store)
    const overdue = countOverdueByOwner(store, today)
    return {
      rows: listStaff(store)
        .filter(
          ({ staffId, role, status }) =>
            owned.has(staffId) || (role === 'consultant' && status !== 'resigned'),
        )
        .map((staff) => {
          const { staffId, name, status } = staff
          const his = held.filter((each) => each.staffId === staffId)
          return {
            staffId,
            name,
            status,
            customers: owned.get(staffId) ?? 0,
            opportunities: sum(his.map(({ opportunities }) => opportunities)),
            overdue: overdue.get(staffId) ?? 0,
            byGrade: his
              .map(({ grade, customers }) => ({ grade, customers }))
              .sort((a, b) => compareGrades(policy, a.grade, b.grade)),
            mayReceive: mayReceive(store, context, staff),
          }
        }),
    }
  },

  held: (store, { from }, { policy }) => {
    const next = new Map<string, BusinessDate>()
    for (const { customerId, dueOn } of listHeldPlans(store, from)) {
      const known = next.get(customerId)
      if (known === undefined || dueOn < known) next.set(customerId, dueOn)
    }
    return {
      rows: listHeld(store, from, placesOf(policy)).map((each) => ({
        ...each,
        nextPlanOn: next.get(each.customerId) ?? null,
      })),
    }
  },

  preview: (store, input, context) => {
    const page = readPage(input)
    const chosen = choose(store, context, input)
    const { moves } = chosen
    const rows = moves.slice(page.offset, page.offset + page.limit).map((each) => ({
      customerId: each.customerId,
      customerName: each.name,
      grade: each.grade,
      to: each.to.staffId,
      toName: each.to.name,
    }))
    return { ...pageOf(page, rows, moves.length), ...loadAfter(store, context, chosen) }
  },

  /** One act: everybody who is chosen, or nobody. */
  apply: (store, input, context) => {
    const { newId, today, now, actor, because } = context
    const { from, moves, receivers } = choose(store, context, input)
    const { expected, reason: why } = input
    if (expected !== undefined && expected !== moves.length)
      refuseByRule(reason('reassignment_changed', { expected, count: moves.length }))
    because(why)
    const reassignmentId = newId()
    addReassignment(store, {
      reassignmentId,
      fromStaffId: from.staffId,
      reason: why,
      customers: moves.length,
      appliedOn: today,
      appliedAt: now,
      appliedBy: actor.staffId,
      undoneAt: null,
      undoneBy: null,
    })
    for (const { customerId, to } of moves) {
      const customer = findCustomer(store, customerId)
      if (!customer) throw new Error(`${customerId} was chosen and is gone`)
      const snapshot = transferCustomer(store, context, customer, to.staffId, { reason: why })
      addMove(store, { moveId: newId(), reassignmentId, customerId, toStaffId: to.staffId, snapshot })
    }
    return {
      reassignmentId,
      moved: moves.length,
      rows: receivers
        .map(({ staffId, name }) => ({
          staffId,
          name,
          customers: moves.filter(({ to }) => to.staffId === staffId).length,
        }))
        .filter(({ customers }) => customers > 0),
    }
  },

  undo: (store, { reassignmentId, reason: why }, context) =>
    undoReassignment(store, context, reassignmentId, why),

  list: (store, input, context) => {
    const page = readPage(input)
    const rows = listReassignments(store, page).map((row) => ({
      ...row,
      to: listReceived(store, row.reassignmentId),
      obstacles: obstaclesTo(store, context, { ...row, fromStaffId: row.fromId }),
    }))
    return pageOf(page, rows, countReassignments(store))
  },
}
