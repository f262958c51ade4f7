import { Button, Checkbox, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '#shared/time/business-date.ts'
import { useSession } from '../../api/use-session.ts'
import { useDates } from '../words/use-dates.ts'
import { useHolidays } from './use-holidays.ts'

interface HolidaysProps {
  readonly closed: readonly BusinessDate[]
  readonly onAdd: (dates: readonly BusinessDate[]) => Promise<boolean>
  readonly pending: boolean
}

/** Proposes the public holidays of this year and the next; dates are added only as somebody ticks them. */
export function Holidays({ closed, onAdd, pending }: HolidaysProps) {
  const { t } = useTranslation()
  const { store } = useSession()
  const thisYear = Number(store.today.slice(0, 4))
  const [opened, setOpened] = useState(false)
  const [chosenYear, setYear] = useState<number | null>(null)
  const found = useHolidays(thisYear, closed)
  // Late in the year nothing is left of it: the next one is what one comes for.
  const isOver = found !== undefined && found.known && found.holidays.every(({ open }) => open.length === 0)
  const year = chosenYear ?? (isOver ? thisYear + 1 : thisYear)
  if (!opened)
    return (
      <Button variant="default" onClick={() => setOpened(true)} style={{ alignSelf: 'flex-start' }}>
        {t('policy.holidays')}
      </Button>
    )
  return (
    <Stack gap="xs" role="group" aria-label={t('policy.holidays')}>
      <Group gap="sm">
        <SegmentedControl
          size="xs"
          aria-label={t('policy.holidays')}
          value={String(year)}
          onChange={(chosen) => setYear(Number(chosen))}
          data={[thisYear, thisYear + 1].map((each) => ({ value: String(each), label: String(each) }))}
        />
        <Text fw={700}>{t('policy.holidaysOf', { year })}</Text>
      </Group>
      <HolidayList key={year} year={year} closed={closed} onAdd={onAdd} pending={pending} />
    </Stack>
  )
}

function HolidayList({ year, closed, onAdd, pending }: HolidaysProps & { readonly year: number }) {
  const { t } = useTranslation()
  const dates = useDates()
  const found = useHolidays(year, closed)
  const [ticked, setTicked] = useState<readonly string[]>([])
  if (!found) return <Text c="dimmed">{t('common.loading')}</Text>
  if (!found.known) return <Text>{t('policy.holidaysUnknown', { year })}</Text>
  const left = found.holidays.filter(({ open }) => open.length > 0)
  if (left.length === 0) return <Text>{t('policy.holidaysAll', { year })}</Text>
  const chosen = left.filter(({ name }) => ticked.includes(name)).flatMap(({ open }) => open)
  return (
    <>
      <Text size="xs" c="dimmed">
        {t('policy.holidaysHint')}
      </Text>
      {left.map(({ name, open }) => (
        <Checkbox
          key={name}
          checked={ticked.includes(name)}
          onChange={({ currentTarget: { checked } }) =>
            setTicked((before) => (checked ? [...before, name] : before.filter((each) => each !== name)))
          }
          label={t('policy.holidayDates', { name, days: open.length })}
          description={[open[0], open.at(-1)]
            .filter((date, place, both) => date !== undefined && (place === 0 || date !== both[0]))
            .map((date) => date && dates.withWeekday(date))
            .join(' – ')}
        />
      ))}
      <Button
        style={{ alignSelf: 'flex-start' }}
        loading={pending}
        disabled={chosen.length === 0}
        onClick={() => void onAdd(chosen).then((done) => done && setTicked([]))}
      >
        {t('policy.holidayAdd', { days: chosen.length })}
      </Button>
    </>
  )
}
