import { addDays } from '#shared/time/business-date.ts'
import type { CallOutput } from '../../api/calls.ts'
import { useToday } from '../../api/use-session.ts'
import type { Tone } from '../marks/tone.ts'
import { useTexts } from '../words/i18n.ts'
import { useDates } from '../words/use-dates.ts'

/** As much of an appointment as its state needs: of a card, of a to-do line, of the list of the day. */
export type Expected = Pick<
  CallOutput<'appointments.list'>['rows'][number],
  'on' | 'time' | 'confirmedOn' | 'confirmDue' | 'outcome' | 'missed'
>

/** What is to be said of an appointment: come or not, confirmed or not. */
export function useAppointmentWords() {
  const { t } = useTexts()
  const dates = useDates()
  const today = useToday()
  return ({ confirmedOn, confirmDue, outcome, missed }: Expected): { words: string; tone: Tone } => {
    if (outcome !== null)
      return {
        words: t(`codes.appointmentOutcome.${outcome}`),
        tone: outcome === 'kept' ? 'ok' : outcome === 'no_show' ? 'danger' : 'quiet',
      }
    if (missed) return { words: t('customers.notCome'), tone: 'danger' }
    if (confirmedOn === today) return { words: t('customers.confirmedToday'), tone: 'ok' }
    if (confirmedOn === addDays(today, -1)) return { words: t('customers.confirmedYesterday'), tone: 'ok' }
    if (confirmedOn)
      return { words: t('customers.confirmedOn', { on: dates.short(confirmedOn) }), tone: 'ok' }
    if (confirmDue && confirmDue >= today)
      return { words: t('customers.confirmDue', { on: dates.short(confirmDue) }), tone: 'info' }
    return { words: t('customers.notConfirmed'), tone: 'warn' }
  }
}
