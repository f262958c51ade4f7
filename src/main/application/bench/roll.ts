import { addDays, type BusinessDate } from '#shared/time/business-date.ts'
import { instantAt } from '#shared/time/instant.ts'
import { measureActs, type Copies } from './acts.ts'
import { summarise, type Measured } from './measure.ts'

/** So many dates are judged one after the other, each with what fell due on the one before. */
const dates = 5
const opening = '08:30'

/**
 * The day roll over the whole open book, saved durably, as the first call of each of the days to come meets it. Its floor: the same
 * writes, replayed without the product on another copy of the same file.
 */
export function measureRoll(
  copies: Copies,
  around: { readonly size: string; readonly today: BusinessDate; readonly zone: string },
): Measured {
  const mornings = Array.from({ length: dates }, (_, i) =>
    instantAt(addDays(around.today, i + 1), opening, around.zone),
  )
  const { samples, floors } = measureActs(
    copies,
    () => mornings,
    (desk, now) => desk.application.rollIfDue({ now }),
  )
  return summarise({ name: 'day roll', size: around.size, kind: 'roll' }, samples, floors)
}
