import { Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useDates } from '../../ui/words/use-dates.ts'
import { placeOf, type AgendaPage, type Check } from './agenda.ts'
import classes from './Meeting.module.css'
import type { useWalk } from './use-walk.ts'

interface MeetingHeadProps {
  readonly check: Check
  readonly pages: readonly AgendaPage[]
  readonly walk: ReturnType<typeof useWalk>
}

/** Which date, whose customers, how far: of this consultant and of all. */
export function MeetingHead({ check, pages, walk }: MeetingHeadProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const { page, index, discussed } = walk
  const place = placeOf(pages, index)
  const share = pages.length === 0 ? 100 : (Math.min(index, pages.length) / pages.length) * 100
  return (
    <header className={classes.head}>
      <p className={classes.who} aria-live="polite">
        {page
          ? t('meeting.progressOf', { name: page.staffName, at: place.at, of: place.of })
          : t('meeting.end')}
      </p>
      <h1 className={classes.title}>{t('meeting.titleOf', { on: dates.withWeekday(check.on) })}</h1>
      <p className={classes.progress}>
        {page && t('meeting.progressAll', { at: index + 1, of: pages.length })}
        {page && ' · '}
        {t('meeting.discussedOf', { count: discussed.length, of: pages.length })}
      </p>
      <Progress
        className={classes.bar}
        value={share}
        radius={0}
        aria-label={t('meeting.progressAll', { at: Math.min(index + 1, pages.length), of: pages.length })}
      />
    </header>
  )
}
