import { ActionIcon, Button, Stack, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { eachDate, type BusinessDate } from '#shared/time/business-date.ts'
import { useCommand } from '../../api/use-command.ts'
import { useCan, useSession } from '../../api/use-session.ts'
import { DateField } from '../fields/DateField.tsx'
import { FailureAlert } from '../states/FailureAlert.tsx'
import { useDates } from '../words/use-dates.ts'
import { lengthOf, rangesOf, type DateRange } from './date-ranges.ts'
import { CalendarWarnings } from './CalendarWarnings.tsx'
import classes from './ClosedDates.module.css'
import { Holidays } from './Holidays.tsx'

const longest = 60

/** 闭店日: holidays as ranges. Every change is saved at once and concerns all plans to come. */
export function ClosedDates() {
  const { t } = useTranslation()
  const { store } = useSession()
  const mayChange = useCan('store.setCalendar')
  const setCalendar = useCommand('store.setCalendar')
  const [showPast, setShowPast] = useState(false)
  const ranges = rangesOf(store.closedDates)
  const ahead = ranges.filter(({ until }) => until >= store.today)
  const past = ranges.filter(({ until }) => until < store.today)
  const shown = showPast ? ranges : ahead
  const remove = ({ from, until }: DateRange) =>
    void setCalendar.run({ closedDates: store.closedDates.filter((date) => date < from || date > until) })
  const addDates = async (dates: readonly BusinessDate[]) => {
    const done = await setCalendar.run({
      closedDates: [...new Set([...store.closedDates, ...dates])].toSorted(),
    })
    return done.ok
  }
  const add = (range: DateRange) => addDates(eachDate(range.from, range.until))
  return (
    <Stack gap="sm">
      {mayChange && <CalendarWarnings />}
      {mayChange && <AddRange onAdd={add} pending={setCalendar.pending} />}
      {mayChange && <Holidays closed={store.closedDates} onAdd={addDates} pending={setCalendar.pending} />}
      <FailureAlert failure={setCalendar.failure} act />
      {shown.length === 0 && <Text c="dimmed">{t('settings.noDates')}</Text>}
      <ul className={classes.ranges}>
        {shown.map((range) => (
          <RangeLine key={range.from} range={range} onRemove={mayChange ? remove : undefined} />
        ))}
      </ul>
      {past.length > 0 && !showPast && (
        <Button variant="subtle" onClick={() => setShowPast(true)} style={{ alignSelf: 'flex-start' }}>
          {t('settings.past')} ({past.length})
        </Button>
      )}
    </Stack>
  )
}

function RangeLine({
  range,
  onRemove,
}: {
  readonly range: DateRange
  readonly onRemove?: ((range: DateRange) => void) | undefined
}) {
  const { t } = useTranslation()
  const dates = useDates()
  const [from, until] = [dates.withWeekday(range.from), dates.withWeekday(range.until)]
  const single = range.from === range.until
  return (
    <li className={classes.range}>
      <span>{single ? from : `${from} – ${until}`}</span>
      <Text span c="dimmed" size="xs" className={classes.rangeDays}>
        {t('settings.days', { days: lengthOf(range) })}
      </Text>
      {onRemove && (
        <ActionIcon
          aria-label={
            single ? t('settings.removeDate', { from }) : t('settings.removeDates', { from, until })
          }
          onClick={() => onRemove(range)}
        >
          <IconTrash size={15} aria-hidden />
        </ActionIcon>
      )}
    </li>
  )
}

function AddRange({
  onAdd,
  pending,
}: {
  readonly onAdd: (range: DateRange) => Promise<boolean>
  readonly pending: boolean
}) {
  const { t } = useTranslation()
  const [from, setFrom] = useState<BusinessDate | null>(null)
  const [until, setUntil] = useState<BusinessDate | null>(null)
  const range = from ? { from, until: until ?? from } : null
  const problem = !range
    ? undefined
    : range.until < range.from
      ? t('settings.untilBeforeFrom')
      : lengthOf(range) > longest
        ? t('settings.tooLong', { max: longest })
        : undefined
  const save = async () => {
    if (!range || problem) return
    if (await onAdd(range)) {
      setFrom(null)
      setUntil(null)
    }
  }
  return (
    <form
      className={classes.add}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <DateField id="closed-from" label={t('settings.from')} value={from} onChange={setFrom} />
      <DateField
        id="closed-until"
        label={t('settings.until')}
        value={until}
        onChange={setUntil}
        error={problem}
        {...(from ? { min: from } : {})}
      />
      <Button type="submit" size="sm" loading={pending} disabled={!range || problem !== undefined}>
        {t('settings.addDates')}
      </Button>
    </form>
  )
}
