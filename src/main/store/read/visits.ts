import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm'
import type { BusinessDate } from '#shared/time/business-date.ts'
import type { ReadableStore } from '../handle.ts'
import { prepared } from '../prepared.ts'
import type { RegisterDayRow, VisitRow } from '../rows.ts'
import { registerDays, visits } from '../schema/index.ts'

const byId = prepared((db) =>
  db
    .select()
    .from(visits)
    .where(eq(visits.visitId, sql.placeholder('id')))
    .prepare(),
)
/** Whoever's it is: the caller checks the scope. */
export const findVisit = (store: ReadableStore, visitId: string): VisitRow | undefined =>
  byId(store).get({ id: visitId })

const ofDay = prepared((db) =>
  db
    .select()
    .from(visits)
    .where(eq(visits.visitedOn, sql.placeholder('on')))
    .orderBy(asc(visits.arrivedTime), asc(visits.visitId))
    .prepare(),
)
/** The lines of a date, in the order of arrival. */
export const listVisitsOn = (store: ReadableStore, on: BusinessDate): VisitRow[] => ofDay(store).all({ on })

const uncarded = and(eq(visits.withIntent, true), isNull(visits.customerId))
const uncardedByPhone = prepared((db) =>
  db
    .select()
    .from(visits)
    .where(and(eq(visits.phone, sql.placeholder('phone')), uncarded))
    .orderBy(asc(visits.visitedOn), asc(visits.registeredAt), asc(visits.visitId))
    .prepare(),
)
/** Visits with intent of that phone that have no card yet, the first registration first. */
export const listUncardedByPhone = (store: ReadableStore, phone: string): VisitRow[] =>
  uncardedByPhone(store).all({ phone })

const uncardedByPlate = prepared((db) =>
  db
    .select()
    .from(visits)
    .where(and(eq(visits.plate, sql.placeholder('plate')), uncarded))
    .orderBy(asc(visits.visitedOn), asc(visits.registeredAt), asc(visits.visitId))
    .prepare(),
)
export const listUncardedByPlate = (store: ReadableStore, plate: string): VisitRow[] =>
  uncardedByPlate(store).all({ plate })

const earlierByPhone = prepared((db) =>
  db
    .select({ visitId: visits.visitId })
    .from(visits)
    .where(and(eq(visits.phone, sql.placeholder('phone')), lte(visits.visitedOn, sql.placeholder('on'))))
    .limit(1)
    .prepare(),
)
const earlierByPlate = prepared((db) =>
  db
    .select({ visitId: visits.visitId })
    .from(visits)
    .where(and(eq(visits.plate, sql.placeholder('plate')), lte(visits.visitedOn, sql.placeholder('on'))))
    .limit(1)
    .prepare(),
)
/** Whether somebody with that phone or plate was here before, up to a date. */
export const wasHereBefore = (
  store: ReadableStore,
  { phone, plate }: { readonly phone: string | null; readonly plate: string | null },
  on: BusinessDate,
): boolean =>
  (phone !== null && earlierByPhone(store).get({ phone, on }) !== undefined) ||
  (plate !== null && earlierByPlate(store).get({ plate, on }) !== undefined)

const signedDay = prepared((db) =>
  db
    .select()
    .from(registerDays)
    .where(eq(registerDays.on, sql.placeholder('on')))
    .prepare(),
)
/** What the desk signed of a date; undefined while it is open. */
export const findRegisterDay = (store: ReadableStore, on: BusinessDate): RegisterDayRow | undefined =>
  signedDay(store).get({ on })
