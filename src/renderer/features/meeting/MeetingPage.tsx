import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { parseBusinessDate, type BusinessDate } from '#shared/time/business-date.ts'
import { useCan } from '../../api/use-session.ts'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { useWindowTitle } from '../../ui/page/use-window-title.ts'
import { KeyBar } from './KeyBar.tsx'
import classes from './Meeting.module.css'
import { useAgenda } from './use-agenda.ts'
import { useLeave } from './use-leave.ts'
import { Walk } from './Walk.tsx'

/** 夕会: the lines of a check, one customer a page, for a projector and a keyboard; it ends at the signature. */
export function MeetingPage() {
  const { t } = useTranslation()
  const { on: asked } = useParams({ from: '/whole/meeting/$on' })
  const on = parseBusinessDate(asked)
  const maySign = useCan('dailyCheck.sign')
  const refused = !on ? t('meeting.notADate') : maySign ? null : t('meeting.noRight')
  return (
    <main className={classes.root}>
      {refused !== null || !on ? (
        <Nothing title={t('meeting.title')} hint={refused ?? ''} />
      ) : (
        <Meeting on={on} />
      )}
    </main>
  )
}

function Meeting({ on }: { readonly on: BusinessDate }) {
  const { t } = useTranslation()
  const dates = useDates()
  const { check, pages, error, retry } = useAgenda(on)
  const leave = useLeave()
  useWindowTitle(t('meeting.titleOf', { on: dates.withWeekday(on) }))
  const isReady = check !== undefined && pages !== null
  const isEmpty = check?.consultants.length === 0
  useShortcuts(t('meeting.title'), [
    { keys: 'Escape', label: t('meeting.leave'), run: leave, when: !isReady && !isEmpty },
  ])
  if (error !== null) return <ErrorState error={error} onRetry={retry} />
  if (!isReady) return <LoadingRows rows={10} rowHeight={60} />
  if (isEmpty) return <Nothing title={t('meeting.nobody')} hint={t('meeting.nobodyHint')} />
  return <Walk check={check} pages={pages} />
}

/** A meeting that cannot be, and why. */
function Nothing({ title, hint }: { readonly title: string; readonly hint: string }) {
  const { t } = useTranslation()
  const leave = useLeave()
  const act = { keys: 'Escape', label: t('meeting.leave'), run: leave, when: true }
  useShortcuts(t('meeting.keys'), [act])
  return (
    <>
      <div className={classes.empty}>
        <EmptyState page title={title} hint={hint} />
      </div>
      <KeyBar acts={[act]} />
    </>
  )
}
