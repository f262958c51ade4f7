import { useTranslation } from 'react-i18next'
import { Tag } from '../marks/StatusBadge.tsx'
import { useDates } from '../words/use-dates.ts'
import { useAppointmentWords, type Expected } from './use-appointment-words.ts'

/** 到店预约: when he is expected in the showroom, and whether that is confirmed. */
export function AppointmentTag({ appointment }: { readonly appointment: Expected }) {
  const { t } = useTranslation()
  const dates = useDates()
  const { words, tone } = useAppointmentWords()(appointment)
  const { on, time } = appointment
  return (
    <Tag tone={tone}>
      {t('customers.expectedVisit', { when: [dates.near(on), time].filter(Boolean).join(' '), state: words })}
    </Tag>
  )
}
