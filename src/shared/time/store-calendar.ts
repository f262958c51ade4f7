import { addDays, isoWeekday, type BusinessDate } from './business-date.ts'

/** The store's calendar 营业日历: which dates it is closed on. */
export type StoreCalendar = {
  readonly closedDates: ReadonlySet<BusinessDate>
  readonly isOpen: (date: BusinessDate) => boolean
  /** The date itself when open, else the first open one after it: for judging a breach. */
  readonly nextOpen: (date: BusinessDate) => BusinessDate
  /** The date itself when open, else the last open one before it: for proposing a plan. */
  readonly previousOpen: (date: BusinessDate) => BusinessDate
  readonly firstOpenAfter: (date: BusinessDate) => BusinessDate
}

/** Days, first and last included, on which a consultant is away 休假 / 培训. */
export type LeaveSpan = { readonly from: BusinessDate; readonly until: BusinessDate }

/** The days one consultant works: the store's open dates without his rest days and leaves. */
export type WorkCalendar = {
  readonly store: StoreCalendar
  readonly restWeekdays: readonly number[]
  readonly leaves: readonly LeaveSpan[]
  readonly isWorkingDay: (date: BusinessDate) => boolean
  readonly isRestDay: (date: BusinessDate) => boolean
  readonly isOnLeave: (date: BusinessDate) => boolean
  /** The last working day up to and including `date`, not before `notBefore`. */
  readonly lastWorkingDayUpTo: (date: BusinessDate, notBefore: BusinessDate) => BusinessDate | undefined
  /** The first working day from and including `date`. */
  readonly firstWorkingDayFrom: (date: BusinessDate) => BusinessDate
}

/** Builds the store's calendar from its closed dates. */
export const makeStoreCalendar = (closed: Iterable<BusinessDate>): StoreCalendar => {
  const closedDates: ReadonlySet<BusinessDate> = new Set(closed)
  const isOpen = (date: BusinessDate) => !closedDates.has(date)
  // Closed dates are a finite set, so walking always ends.
  const walk = (date: BusinessDate, step: number) => {
    let found = date
    while (!isOpen(found)) found = addDays(found, step)
    return found
  }
  return {
    closedDates,
    isOpen,
    nextOpen: (date) => walk(date, 1),
    previousOpen: (date) => walk(date, -1),
    firstOpenAfter: (date) => walk(addDays(date, 1), 1),
  }
}

/** Builds a consultant's calendar; `restWeekdays` are 1 = Monday … 7 = Sunday. */
export const makeWorkCalendar = (
  store: StoreCalendar,
  consultant: { readonly restWeekdays: readonly number[]; readonly leaves: readonly LeaveSpan[] },
): WorkCalendar => {
  const { restWeekdays, leaves } = consultant
  const restSet = new Set(restWeekdays)
  // Somebody who rests on all seven days would never get work; then rest days say nothing.
  const restsAlways = restSet.size >= 7
  const isRestDay = (date: BusinessDate) => !restsAlways && restSet.has(isoWeekday(date))
  const leaveOn = (date: BusinessDate) => leaves.find(({ from, until }) => from <= date && date <= until)
  const isOnLeave = (date: BusinessDate) => leaveOn(date) !== undefined
  const isWorkingDay = (date: BusinessDate) => store.isOpen(date) && !isRestDay(date) && !isOnLeave(date)
  return {
    store,
    restWeekdays,
    leaves,
    isWorkingDay,
    isRestDay,
    isOnLeave,
    lastWorkingDayUpTo: (date, notBefore) => {
      for (let day = date; day >= notBefore; day = addDays(day, -1)) if (isWorkingDay(day)) return day
      return undefined
    },
    firstWorkingDayFrom: (date) => {
      let day = date
      while (!isWorkingDay(day)) day = addDays(leaveOn(day)?.until ?? day, 1)
      return day
    },
  }
}
