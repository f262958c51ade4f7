import type { HandlersOf } from '#main/calls/context.ts'
import { findClosedDates } from '#main/store/read/store.ts'
import { publicHolidays } from '#main/platform/holidays.ts'
import { replaceClosedDates } from '#main/store/write/store.ts'
import { settleClock } from './settle-clock.ts'

/** What store this is, its calendar and its clock; `confirmClock` judges, and is answered by the day roll. */
export const store: Omit<HandlersOf<'store'>, 'confirmClock'> = {
  settleClock,
  status: (file, _input, context) => ({
    name: context.store.name,
    kind: context.store.kind,
    zone: context.store.zone,
    locale: context.store.locale === 'en' ? 'en' : 'zh-CN',
    today: context.today,
    now: context.now,
    lastRolledOn: context.store.lastRolledOn,
    schemaVersion: context.schemaVersion,
    policyVersion: context.policyVersion,
    clock: context.clockBehind ? 'behind' : 'ok',
    ahead: context.clockAhead && { ...context.clockAhead, dates: [...context.clockAhead.dates] },
    lastRecordedAt: context.lastRecordedAt,
    closedDates: findClosedDates(file),
    todayIsOpen: context.calendar.isOpen(context.today),
  }),
  setCalendar: (file, { closedDates }) => {
    replaceClosedDates(file, closedDates)
    return null
  },
  proposeHolidays: (_file, { year }, { locale }) => {
    const holidays = publicHolidays(year, locale)
    return {
      known: holidays.length > 0,
      holidays: holidays.map(({ name, dates }) => ({ name, dates: [...dates] })),
    }
  },
}
