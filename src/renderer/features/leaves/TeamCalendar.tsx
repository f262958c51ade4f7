import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, isoWeekday, type BusinessDate } from '#shared/time/business-date.ts'
import type { CallOutput } from '../../api/calls.ts'
import { useQuery } from '../../api/use-query.ts'
import { useToday } from '../../api/use-session.ts'
import { EmptyState } from '../../ui/states/EmptyState.tsx'
import { ErrorState } from '../../ui/states/ErrorState.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { ListToolbar } from '../../ui/lists/ListToolbar.tsx'
import { LoadingRows } from '../../ui/states/LoadingRows.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { placeOf, walkCells } from '../../ui/keys/walk-cells.ts'
import classes from './TeamCalendar.module.css'

type Person = CallOutput<'leaves.calendar'>['people'][number]
type Day = Person['days'][number]

const shownDays = 35
const stepDays = 14
const byWeeks = { PageUp: [0, -7], PageDown: [0, 7] } as const
const mondayOf = (date: BusinessDate) => addDays(date, 1 - isoWeekday(date))
const legend = ['leave', 'leave_requested', 'rest', 'closed', 'suspended'] as const

/** 团队日历: five weeks of everybody within reach. Arrow keys walk the days, PageUp and PageDown by weeks, Enter opens the leave of a day. */
export function TeamCalendar() {
  const { t } = useTranslation()
  const dates = useDates()
  const today = useToday()
  const [first, setFirst] = useState(() => mondayOf(today))
  const until = addDays(first, shownDays - 1)
  const { data, error, refetch } = useQuery('leaves.calendar', { from: first, until }, { keepLast: true })
  const move = (days: number) => setFirst((was) => addDays(was, days))
  useShortcuts(t('leaves.calendar'), [
    { keys: 'Alt+ArrowLeft', label: t('leaves.earlier'), run: () => move(-stepDays) },
    { keys: 'Alt+ArrowRight', label: t('leaves.later'), run: () => move(stepDays) },
    { keys: 't', label: t('leaves.thisWeek'), run: () => setFirst(mondayOf(today)) },
  ])
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingRows rows={8} />
  if (data.people.length === 0) return <EmptyState title={t('leaves.peopleCount', { count: 0 })} />
  return (
    <>
      <ListToolbar
        actions={
          <>
            <Button
              variant="default"
              onClick={() => move(-stepDays)}
              rightSection={<KeyHint keys="Alt+ArrowLeft" />}
            >
              {t('leaves.earlier')}
            </Button>
            <Button
              variant="default"
              onClick={() => setFirst(mondayOf(today))}
              rightSection={<KeyHint keys="t" />}
            >
              {t('leaves.thisWeek')}
            </Button>
            <Button
              variant="default"
              onClick={() => move(stepDays)}
              rightSection={<KeyHint keys="Alt+ArrowRight" />}
            >
              {t('leaves.later')}
            </Button>
          </>
        }
      >
        <span>
          {t('leaves.span', { from: dates.withWeekday(first), until: dates.withWeekday(until) })} ·{' '}
          {t('leaves.peopleCount', { count: data.people.length })}
        </span>
      </ListToolbar>
      <div className={classes.box}>
        <Grid people={data.people} today={today} />
      </div>
      <Legend />
    </>
  )
}

function Grid({ people, today }: { readonly people: readonly Person[]; readonly today: BusinessDate }) {
  const { t } = useTranslation()
  const dates = useDates()
  const days = people[0]?.days ?? []
  return (
    <table
      role="grid"
      className={classes.table}
      aria-label={t('leaves.calendar')}
      onKeyDown={(event) =>
        walkCells(event, { rows: people.length, columns: days.length, steps: byWeeks, takesTabStop: true })
      }
    >
      <thead className={classes.head}>
        <tr>
          <th scope="col" className={classes.name}>
            {t('leaves.person')}
          </th>
          {days.map(({ on }) => (
            <th key={on} scope="col" data-today={on === today || undefined} title={dates.full(on)}>
              {dates.weekday(on)}
              <br />
              {Number(on.slice(8)) === 1 || on === days[0]?.on
                ? `${Number(on.slice(5, 7))}/${Number(on.slice(8))}`
                : Number(on.slice(8))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {people.map((person, row) => (
          <tr key={person.staffId}>
            <th scope="row" className={classes.name}>
              {person.name}
            </th>
            {person.days.map((day, column) => (
              <DayCell key={day.on} person={person} day={day} place={[row, column]} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface DayCellProps {
  readonly person: Person
  readonly day: Day
  readonly place: readonly [row: number, column: number]
}

/** One day of one person: what keeps him away, and how many plans fall on it. */
function DayCell({ person, day, place: [row, column] }: DayCellProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const navigate = useNavigate()
  const { away, load, leaveId, on } = day
  const told = away ? t(`leaves.away.${away}`) : t('leaves.working')
  const open = () => leaveId && void navigate({ to: '/leaves/$leaveId', params: { leaveId } })
  return (
    <td role="gridcell">
      <span
        className={classes.cell}
        data-away={away ?? undefined}
        {...placeOf(row, column)}
        tabIndex={row === 0 && column === 0 ? 0 : -1}
        title={t('leaves.cell', { name: person.name, on: dates.full(on), away: told, count: load })}
        role={leaveId ? 'link' : 'img'}
        aria-label={t('leaves.cell', { name: person.name, on: dates.full(on), away: told, count: load })}
        onDoubleClick={open}
        onKeyDown={(event) => event.key === 'Enter' && open()}
      >
        {away && t(`leaves.awayShort.${away}`)}
        {load > 0 && <span className={classes.load}>{load}</span>}
      </span>
    </td>
  )
}

function Legend() {
  const { t } = useTranslation()
  return (
    <ul className={classes.legend} aria-label={t('leaves.legend')}>
      {legend.map((away) => (
        <li key={away}>
          <span className={classes.swatch} data-away={away} aria-hidden>
            {t(`leaves.awayShort.${away}`)}
          </span>
          {t(`leaves.away.${away}`)}
        </li>
      ))}
      <li>{t('leaves.loadLegend')}</li>
    </ul>
  )
}
