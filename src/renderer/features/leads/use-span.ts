import { useTranslation } from 'react-i18next'

const minutesOfHour = 60
const hoursOfDay = 24
/** From here on days are told. */
const longHours = 48

/** A span of time in words: 42 分钟, 23 小时 5 分, 3 天 4 小时. */
export function useSpan() {
  const { t } = useTranslation()
  return (minutes: number): string => {
    const hours = Math.floor(minutes / minutesOfHour)
    if (hours === 0) return t('leads.minutes', { minutes })
    if (hours < longHours) return t('leads.hoursMinutes', { hours, minutes: minutes % minutesOfHour })
    return t('leads.days', { days: Math.floor(hours / hoursOfDay), hours: hours % hoursOfDay })
  }
}
