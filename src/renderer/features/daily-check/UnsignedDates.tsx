import { Button, Skeleton, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, type BusinessDate } from '#shared/time/business-date.ts'
import { useQuery } from '../../api/use-query.ts'
import { useCan, useToday } from '../../api/use-session.ts'
import { useDates } from '../../ui/words/use-dates.ts'
import classes from './CheckOverview.module.css'

/** How far back unsigned dates are listed. */
const daysBack = 30
/** How many are shown until one asks for all. */
const shownFirst = 12

/** Dates that have passed without a signature; the director sees whose. */
export function UnsignedDates({ onDate }: { readonly onDate: (on: BusinessDate) => void }) {
  const { t } = useTranslation()
  const today = useToday()
  const dates = useDates()
  const [all, setAll] = useState(false)
  const mayAsk = useCan('dailyCheck.sign')
  const list = useQuery(
    'dailyCheck.signatures',
    { from: addDays(today, -daysBack), until: addDays(today, -1) },
    { enabled: mayAsk },
  )
  if (!mayAsk || list.isError) return null
  const unsigned = (list.data?.rows ?? []).filter(({ signedAt }) => signedAt === null)
  const managers = new Set(list.data?.rows.map(({ managerId }) => managerId))
  const days = [...new Set(unsigned.map(({ on }) => on))].sort().reverse()
  const whose = (on: BusinessDate) =>
    unsigned
      .filter((each) => each.on === on)
      .map(({ managerName }) => managerName)
      .join(t('ui.and'))
  return (
    <section>
      <Title order={2}>
        {t('dailyCheck.unsignedDates')}
        {days.length > 0 && ` · ${days.length}`}
      </Title>
      {list.isPending && <Skeleton height={26} mt={6} />}
      {list.data && days.length === 0 && (
        <Text c="dimmed" mt={4}>
          {t('dailyCheck.noUnsigned', { days: daysBack })}
        </Text>
      )}
      <div className={classes.dates}>
        {(all ? days : days.slice(0, shownFirst)).map((on) => (
          <Button key={on} variant="default" onClick={() => onDate(on)}>
            {dates.withWeekday(on)}
            {managers.size > 1 && ` · ${whose(on)}`}
          </Button>
        ))}
        {!all && days.length > shownFirst && (
          <Button variant="subtle" onClick={() => setAll(true)}>
            {t('dailyCheck.allUnsigned', { count: days.length })}
          </Button>
        )}
      </div>
    </section>
  )
}
