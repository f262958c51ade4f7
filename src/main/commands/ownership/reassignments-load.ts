import type { Output } from '#shared/contract/index.ts'
import { gradesInOrder } from '#shared/policy/grades.ts'
import { addDays, eachDate, type BusinessDate } from '#shared/time/business-date.ts'
import type { WorkCalendar } from '#shared/time/store-calendar.ts'
import type { Context } from '#main/calls/context.ts'
import { planAfterTransfer } from '#main/rules/transfer-plan.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { loadByDate } from '#main/store/read/follow-ups.ts'
import { countCustomersByOwner, listHeldPlans } from '#main/store/read/holdings.ts'
import type { Chosen } from './reassignments-choice.ts'
import { workCalendarOf } from '#main/commands/subjects.ts'

type Preview = Output<'reassignments', 'preview'>

interface Receiving {
  readonly work: WorkCalendar
  readonly firstDay: BusinessDate
  readonly before: ReadonlyMap<BusinessDate, number>
  readonly after: Map<BusinessDate, number>
  dueAnew: number
  onDaysOff: number
}

const add = (counts: Map<BusinessDate, number>, on: BusinessDate, by: number) => {
  counts.set(on, (counts.get(on) ?? 0) + by)
}

/** The load of everybody who receives, before and after, and what falls due anew. Writes nothing. */
export function loadAfter(
  store: ReadableStore,
  context: Context,
  { from, moves, receivers, heldByGrade }: Chosen,
): Pick<Preview, 'load' | 'overdue' | 'dueAnew'> {
  const { today, policy } = context
  const until = addDays(today, policy.thresholds.previewDays - 1)
  const days = eachDate(today, until)
  const receiving = new Map(
    receivers.map(({ staffId }): [string, Receiving] => {
      const work = workCalendarOf(store, context, staffId)
      const before = loadByDate(store, staffId, today, until)
      const firstDay = work.firstWorkingDayFrom(today)
      return [staffId, { work, firstDay, before, after: new Map(before), dueAnew: 0, onDaysOff: 0 }]
    }),
  )
  const receiverOf = new Map(moves.map(({ customerId, to }) => [customerId, to.staffId]))
  let overdue = 0
  for (const plan of listHeldPlans(store, from.staffId)) {
    const to = receiving.get(receiverOf.get(plan.customerId) ?? '')
    if (!to) continue
    const { dueOn } = planAfterTransfer(plan, to.firstDay, today)
    // A plan that a receiver covers already stands in his list.
    const covering = receiving.get(plan.assigneeId ?? '')
    if (covering) add(covering.after, plan.dueOn, -1)
    add(to.after, dueOn, 1)
    if (plan.dueOn < today) {
      overdue += 1
      to.dueAnew += 1
    } else if (!to.work.isWorkingDay(dueOn)) to.onDaysOff += 1
  }
  const owned = countCustomersByOwner(store)
  const load = receivers.map(({ staffId, name }) => {
    const his = receiving.get(staffId)
    const given = moves.filter(({ to }) => to.staffId === staffId)
    const before = owned.get(staffId) ?? 0
    const held = heldByGrade.filter((each) => each.staffId === staffId)
    return {
      staffId,
      name,
      before,
      after: before + given.length,
      byGrade: gradesInOrder(policy).map(({ code: grade }) => {
        const has = held.find((each) => each.grade === grade)?.customers ?? 0
        return { grade, before: has, after: has + given.filter((each) => each.grade === grade).length }
      }),
      daysBefore: days.map((on) => ({ on, count: his?.before.get(on) ?? 0 })),
      days: days.map((on) => ({ on, count: his?.after.get(on) ?? 0 })),
      onDaysOff: his?.onDaysOff ?? 0,
    }
  })
  const dueAnew = receivers.flatMap(({ staffId }) => {
    const his = receiving.get(staffId)
    return his && his.dueAnew > 0 ? [{ staffId, on: his.firstDay, count: his.dueAnew }] : []
  })
  return { load, overdue, dueAnew }
}
