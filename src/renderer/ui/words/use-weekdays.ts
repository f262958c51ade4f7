import { useTranslation } from 'react-i18next'

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
type Weekday = (typeof weekdays)[number]
const isWeekday = (day: number): day is Weekday => (weekdays as readonly number[]).includes(day)

/** The days of the week by their names: 1 is Monday. */
export function useWeekdays() {
  const { t } = useTranslation()
  const name = (day: number) => (isWeekday(day) ? t(`codes.weekday.${day}`) : '')
  return { all: weekdays, name }
}
