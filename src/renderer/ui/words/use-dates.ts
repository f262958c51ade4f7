import { daysBetween, isoWeekday, toEpochDay, type BusinessDate } from '#shared/time/business-date.ts'
import { timeOfDayAt, businessDateAt } from '#shared/time/instant.ts'
import { useMaybeSession } from '../../api/use-session.ts'
import { useLocale, useTexts } from './i18n.ts'

const millisecondsPerDay = 86_400_000
const english = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' })
const englishYear = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
})

const isWeekday = (n: number): n is 1 | 2 | 3 | 4 | 5 | 6 | 7 => n >= 1 && n <= 7

/** How dates are written, in the language of the screen: 3-5, 周四 3-5, 2026-3-5, 今天. */
export function useDates() {
  const { t } = useTexts()
  const { locale } = useLocale()
  const session = useMaybeSession()
  const today = session?.store.today
  const zone = session?.store.zone ?? 'Asia/Shanghai'

  const weekday = (date: BusinessDate) => {
    const day = isoWeekday(date)
    return isWeekday(day) ? t(`codes.weekday.${day}`) : ''
  }
  /** Without the year when it is this year's. */
  const short = (date: BusinessDate) => {
    const isThisYear = today?.slice(0, 4) === date.slice(0, 4)
    const [year, month, day] = date.split('-').map(Number)
    if (locale === 'zh-CN') return isThisYear ? `${month}-${day}` : `${year}-${month}-${day}`
    return (isThisYear ? english : englishYear).format(toEpochDay(date) * millisecondsPerDay)
  }
  const withWeekday = (date: BusinessDate) => `${weekday(date)} ${short(date)}`
  const full = (date: BusinessDate) => `${date} ${weekday(date)}`
  /** 今天, 明天, 昨天, else the weekday and the date. */
  const near = (date: BusinessDate) => {
    const days = today ? daysBetween(today, date) : undefined
    if (days === 0) return t('common.today')
    if (days === 1) return t('common.tomorrow')
    if (days === -1) return t('common.yesterday')
    return withWeekday(date)
  }
  /** A moment in the store's zone: 3-5 18:04. */
  const moment = (at: number) => `${short(businessDateAt(at, zone))} ${timeOfDayAt(at, zone)}`
  const time = (at: number) => timeOfDayAt(at, zone)
  return { weekday, short, withWeekday, full, near, moment, time }
}
