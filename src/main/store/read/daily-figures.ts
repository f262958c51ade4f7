import type { Figure } from '#shared/domain/codes.ts'
import type { ReadableStore } from '../handle.ts'
import { preparedSql } from '../prepared.ts'
import { books, type BookOf } from './check-book.ts'
import {
  bookFigures,
  followUpsOfDay,
  ofBook,
  ofPlans,
  protectedSince,
  unansweredThen,
  visitsThen,
  type BookFigure,
  type CheckOf,
} from './figure-conditions.ts'

// One pass over the open book, from indexes alone. A dormant customer counts once, whatever he means to buy.
const inBook = (book: BookOf) =>
  preparedSql<Record<BookFigure | 'dormant', number>, CheckOf>(
    `${books[book]}
     select ${bookFigures.map((each) => `count(*) filter (where ${ofBook[each][0]}) as ${each}`).join(', ')},
       count(distinct case when ${protectedSince(book)} <= @dormantSince then b.customer_id end) as dormant
     from b join customers c indexed by customers_protection on c.customer_id = b.customer_id`,
  )
const counts = { today: inBook('today'), past: inBook('past') }

const ofOthers = (book: BookOf) =>
  preparedSql<Record<'doneToday' | 'notDone' | 'overdue' | 'uncardedVisits' | 'unanswered', number>, CheckOf>(
    `select (select count(*) from (${ofPlans.doneToday})) as doneToday, (select count(*) from (${ofPlans.notDone})) as notDone,
     (select count(*) from (${ofPlans.overdue})) as overdue, (select count(*) ${visitsThen[book]}) as uncardedVisits,
     (select count(*) ${unansweredThen}) as unanswered`,
  )
const others = { today: ofOthers('today'), past: ofOthers('past') }
const contacts = preparedSql<{ executed: number; effective: number; lateRecorded: number }, CheckOf>(
  `select count(*) as executed, count(*) filter (where f.effective) as effective,
     count(*) filter (where f.late_recorded) as lateRecorded ${followUpsOfDay}`,
)

export interface Counted {
  readonly figures: Readonly<Record<Figure, number>>
  /** Follow-ups recorded on the date, and how many of them were effective (R-5.1). */
  readonly executed: number
  readonly effective: number
}

/** The figures of one consultant on a date (R-9.1), one indexed query for each neighbourhood of them. */
export function countFigures(store: ReadableStore, book: BookOf, check: CheckOf): Counted {
  const plans = others[book](store).get(check)
  const { executed = 0, effective = 0, lateRecorded = 0 } = contacts(store).get(check) ?? {}
  const opportunities = counts[book](store).get(check)
  if (!plans || !opportunities) throw new Error('a count came back empty')
  const dueToday = plans.doneToday + plans.notDone
  return { figures: { dueToday, ...plans, ...opportunities, lateRecorded }, executed, effective }
}
