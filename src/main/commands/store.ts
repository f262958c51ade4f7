import type { HandlersOf } from '#main/calls/context.ts'
import { notYet } from '#main/calls/not-yet.ts'
import { findClosedDates } from '#main/store/read/store.ts'
import { replaceClosedDates } from '#main/store/write/store.ts'

/** What store this is, and its calendar. */
export const store: HandlersOf<'store'> = {
  ...notYet('store'),
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
    ahead: null,
    lastRecordedAt: null,
    closedDates: findClosedDates(file),
    todayIsOpen: context.calendar.isOpen(context.today),
  }),
  setCalendar: (file, { closedDates }) => {
    replaceClosedDates(file, closedDates)
    return null
  },
}
