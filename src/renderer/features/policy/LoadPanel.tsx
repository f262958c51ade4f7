import { Group, SegmentedControl, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../api/calls.ts'
import { LoadChart } from '../../ui/charts/LoadChart.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import classes from './Policy.module.css'

type Load = CallOutput<'policies.preview'>['load']
type Person = Load[number]

const size = { width: 256, height: 96 }

const sumOf = ({ days }: Person, which: 'old' | 'new') => days.reduce((sum, day) => sum + day[which], 0)
const mostOf = ({ days }: Person, which: 'old' | 'new') => Math.max(0, ...days.map((day) => day[which]))

/** Each consultant's plans by day, old against new: small charts on one scale, or the same numbers as a table. */
export function LoadPanel({ load }: { readonly load: Load }) {
  const { t } = useTranslation()
  const [as, setAs] = useState('chart')
  const most = Math.max(1, ...load.map((person) => Math.max(mostOf(person, 'old'), mostOf(person, 'new'))))
  return (
    <section aria-label={t('policy.loadTitle')}>
      <Group justify="space-between" mb={4}>
        <Title order={2}>{t('policy.loadTitle')}</Title>
        <SegmentedControl
          size="xs"
          aria-label={t('policy.loadTitle')}
          value={as}
          onChange={setAs}
          data={['chart', 'table'].map((value) => ({
            value,
            label: t(value === 'chart' ? 'policy.chart' : 'policy.table'),
          }))}
        />
      </Group>
      <Text size="xs" c="dimmed" mb="xs">
        {t('policy.loadHint')}
      </Text>
      {load.length === 0 && <Text>{t('policy.nobody')}</Text>}
      {as === 'chart' ? (
        <div className={classes.charts}>
          {load.map((person) => (
            <PersonChart key={person.staffId} person={person} most={most} />
          ))}
        </div>
      ) : (
        <LoadTable load={load} />
      )}
    </section>
  )
}

function PersonChart({ person, most }: { readonly person: Person; readonly most: number }) {
  const { t } = useTranslation()
  const dates = useDates()
  const { name, days } = person
  const numbers = { old: sumOf(person, 'old'), new: sumOf(person, 'new'), most: mostOf(person, 'new') }
  const from = days[0] ? dates.short(days[0].on) : ''
  return (
    <div className={classes.chart}>
      <Group justify="space-between" gap="xs" mb={4}>
        <Text fw={700}>{name}</Text>
        <Text size="xs" c="dimmed">
          {t('policy.loadSum', numbers)}
        </Text>
      </Group>
      <LoadChart
        {...size}
        days={days}
        most={most}
        label={t('policy.loadOf', { name, from, days: days.length, ...numbers })}
      />
    </div>
  )
}

function LoadTable({ load }: { readonly load: Load }) {
  const { t } = useTranslation()
  const dates = useDates()
  const days = load[0]?.days ?? []
  return (
    // A wide table is scrolled; the keyboard reaches it too.
    <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('policy.loadTitle')}>
      <Table stickyHeader verticalSpacing={3} fz="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('policy.owner')}</Table.Th>
            {days.map(({ on }) => (
              <Table.Th key={on} scope="col" ta="right" style={{ whiteSpace: 'nowrap' }}>
                {dates.short(on)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {load.map((person) => (
            <Table.Tr key={person.staffId}>
              <Table.Th scope="row" style={{ whiteSpace: 'nowrap' }}>
                {person.name}
              </Table.Th>
              {person.days.map((day) => (
                <Table.Td key={day.on} ta="right" style={{ whiteSpace: 'nowrap' }}>
                  {day.old === day.new ? day.old : `${day.old}→${day.new}`}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
