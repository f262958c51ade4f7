import type { TimedPlan } from '#shared/contract/to-do.ts'
import type { Output } from '#shared/contract/index.ts'
import { shortName } from '#shared/text/salutation.ts'
import type { Context } from '#main/calls/context.ts'
import type { ReadableStore } from '#main/store/handle.ts'
import { findCustomer } from '#main/store/read/customers.ts'
import { listDuePlans, type ToDoRow } from '#main/store/read/to-do.ts'
import { momentOf } from '#main/commands/appointments/appointment-plans.ts'

const minutesOf = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** A plan of today with a time. Its text may stand on a locked screen, so it says no more than 王先生 (S5). */
function timedPlanOf(store: ReadableStore, context: Context, row: ToDoRow, time: string): TimedPlan[] {
  const { planId, channel, dueTime } = row
  if (planId === null || channel === null || dueTime === null) return []
  const gender = findCustomer(store, row.customerId)?.gender ?? null
  return [
    {
      planId,
      customerId: row.customerId,
      customerName: shortName(row.customerName, gender, context.locale),
      time: dueTime,
      minutesLeft: minutesOf(dueTime) - minutesOf(time),
      channel,
    },
  ]
}

/** What there is to remind the asker of, whatever else his scope lets him read. */
export function remindersOf(store: ReadableStore, context: Context): Output<'toDo', 'reminders'> {
  const { actor, today, calendar } = context
  const { time } = momentOf(context)
  const due = listDuePlans(store, actor.staffId, today)
  return {
    staffId: actor.staffId,
    on: today,
    time,
    storeIsOpen: calendar.isOpen(today),
    open: due.length,
    timed: due
      .filter(({ dueOn }) => dueOn === today)
      .flatMap((row) => timedPlanOf(store, context, row, time))
      .sort((a, b) => a.minutesLeft - b.minutesLeft),
  }
}
