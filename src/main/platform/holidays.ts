import chineseDays from 'chinese-days'
import { asBusinessDate, eachDate, type BusinessDate } from '#shared/time/business-date.ts'
import type { Locale } from '#shared/contract/setup.ts'

/** A public holiday 法定节假日 of mainland China: its name and every date off that belongs to it. */
export interface PublicHoliday {
  readonly name: string
  readonly dates: readonly BusinessDate[]
}

/** The data call a holiday `Spring Festival,春节,4`; a plain day is called by its weekday, and has no comma. */
const nameOf = (name: string, locale: Locale): string | undefined => {
  const [english, chinese] = name.split(',')
  return chinese === undefined ? undefined : locale === 'zh-CN' ? chinese : english
}

/**
 * The public holidays of a year, in order. A year that the State Council has not announced yet has no data, and so no
 * holidays: nothing is guessed.
 */
export function publicHolidays(year: number, locale: Locale): PublicHoliday[] {
  const found = new Map<string, BusinessDate[]>()
  for (const date of eachDate(asBusinessDate(`${year}-01-01`), asBusinessDate(`${year}-12-31`))) {
    const day = chineseDays.getDayDetail(date)
    const name = day.work ? undefined : nameOf(day.name, locale)
    if (name !== undefined) found.set(name, [...(found.get(name) ?? []), date])
  }
  return [...found].map(([name, dates]) => ({ name, dates }))
}
