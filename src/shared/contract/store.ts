import { z } from 'zod'
import { storeKind } from '../domain/codes.ts'
import { command, query } from './declare.ts'
import { date, instant } from './pieces.ts'

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
}
