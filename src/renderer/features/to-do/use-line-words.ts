import { useAppointmentWords } from '../../ui/customer/use-appointment-words.ts'
import { useTexts } from '../../ui/words/i18n.ts'
import { useDates } from '../../ui/words/use-dates.ts'
import type { Line } from './lines.ts'

/** One sentence a line: why it is in the list, or what was said last. */
export function useLineWords() {
  const { t } = useTexts()
  const dates = useDates()
  const appointmentWords = useAppointmentWords()
  return (line: Line): string => {
    const {
      kind,
      purpose,
      lastContent,
      lastContactOn,
      lastResult,
      attemptsSinceReached,
      limit,
      instruction,
    } = line
    if (instruction) {
      const { asHelper, ownerName, giver, text } = instruction
      return asHelper
        ? t('toDo.helpWith', { giver, owner: ownerName, text })
        : t('toDo.instruction', { giver, text })
    }
    if (kind === 'uncarded_visit') return t('toDo.uncarded', { on: dates.short(line.on) })
    if (kind === 'expired') return t('toDo.expectedPassed', { on: dates.short(line.on) })
    if (kind === 'expiring') return t('toDo.expectedToday')
    if (kind === 'out_of_step') return t('toDo.shouldBe', { grade: line.gradeByDate ?? '' })
    const last =
      attemptsSinceReached > 0 && lastResult && lastResult !== 'reached'
        ? t('toDo.notReached', {
            result: t(`codes.result.${lastResult}`),
            times: attemptsSinceReached,
            limit: limit ? dates.near(limit) : '',
          })
        : lastContactOn && lastContent
          ? t('toDo.last', { on: dates.short(lastContactOn), content: lastContent })
          : lastContactOn
            ? t('toDo.lastReached', { on: dates.short(lastContactOn) })
            : t('toDo.neverContacted')
    const visit = line.appointment && appointmentWords(line.appointment).words
    return [visit, purpose, last].filter(Boolean).join(' · ')
  }
}
