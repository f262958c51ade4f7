import { z } from 'zod'
import { storeKind } from '../domain/codes.ts'
import { command, query } from './declare.ts'
import { date, instant, note } from './pieces.ts'

export const storeStatus = z.object({
  name: z.string(),
  kind: storeKind,
  zone: z.string(),
  locale: z.enum(['zh-CN', 'en']),
  today: date,
  now: instant,
  lastRolledOn: date.nullable(),
  schemaVersion: z.number().int(),
  policyVersion: z.number().int(),
  clock: z.enum(['ok', 'behind']),
  /** The clock jumped ahead, and the dates between wait for somebody to say that it is right; null otherwise. */
  ahead: z.object({ lastRecordedAt: instant, dates: z.array(date) }).nullable(),
  /** The last recorded moment. */
  lastRecordedAt: instant.nullable(),
  closedDates: z.array(date),
  todayIsOpen: z.boolean(),
})
export type StoreStatus = z.infer<typeof storeStatus>

export const store = {
  /** What store this is, its date, and whether its clock can be trusted. Needs no session: the sign-in screen shows it. */
  status: query({ access: 'public', output: storeStatus }),
  /** Sets the closed dates of the store calendar as a whole (R-1.4, 闭店日). */
  setCalendar: command({
    access: 'store.setCalendar',
    input: z.strictObject({ closedDates: z.array(date).max(2000) }),
    changes: ['store', 'plans'],
  }),
  /** Says that the clock, which jumped ahead, is right: `today` is the date the person read. The dates between are then judged. */
  confirmClock: command({
    access: 'clock.confirm',
    input: z.strictObject({ today: date }),
    output: z.object({ rolledDates: z.array(date), raised: z.number().int() }),
    changes: ['store', 'checks', 'plans'],
  }),
  /** A director settles a clock that is behind the last record, with a reason: from then on it counts as right. */
  settleClock: command({
    access: 'clock.settle',
    input: z.strictObject({ reason: note.min(1) }),
    changes: ['store', 'checks'],
  }),
  /** The public holidays of a year that a store may close on; `known` is false for a year without data. */
  proposeHolidays: query({
    access: 'store.setCalendar',
    input: z.strictObject({ year: z.number().int().min(2000).max(2100) }),
    output: z.object({
      known: z.boolean(),
      holidays: z.array(z.object({ name: z.string(), dates: z.array(date) })),
    }),
  }),
}
