import { useTranslation } from 'react-i18next'
import { useDates } from '../words/use-dates.ts'
import type { Backup } from './backup.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** From so many hours or days on, the next larger unit says it. */
const hoursUntilDays = 48
const minutesUntilHours = 90

/** What is said of a backup: when it was made, how old it is at a moment, why, what is wrong with it. */
export function useBackupWords() {
  const { t } = useTranslation()
  const dates = useDates()
  const age = (at: number, now: number): string => {
    const passed = Math.max(0, now - at)
    if (passed < minute) return t('backups.age.now')
    if (passed < minutesUntilHours * minute)
      return t('backups.age.minutes', { count: Math.floor(passed / minute) })
    if (passed < hoursUntilDays * hour) return t('backups.age.hours', { count: Math.floor(passed / hour) })
    return t('backups.age.days', { count: Math.floor(passed / day) })
  }
  return {
    age,
    /** How long until it comes. */
    until: (at: number, now: number): string => {
      const minutes = Math.ceil((at - now) / minute)
      return minutes < 1 ? t('backups.in.soon') : t('backups.in.minutes', { count: minutes })
    },
    madeAt: ({ madeAt }: Pick<Backup, 'madeAt'>) =>
      madeAt === null ? t('backups.unknownTime') : dates.moment(madeAt),
    reason: ({ reason }: Pick<Backup, 'reason'>) =>
      reason === null ? t('common.none') : t(`codes.backupReason.${reason}`),
    problem: ({ problem }: Pick<Backup, 'problem'>) =>
      problem === null ? null : t(`codes.backupProblem.${problem}`),
  }
}
