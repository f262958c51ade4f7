import { ActionIcon, Button, Group, Tooltip } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { addDays, type BusinessDate } from '#shared/time/business-date.ts'
import { useSession, useToday } from '../../api/use-session.ts'
import { DateField } from '../fields/DateField.tsx'
import { KeyHint } from '../keys/KeyHint.tsx'
import { useShortcuts } from '../keys/use-shortcuts.ts'

interface DayWalkProps {
  /** Names the date: of a check, of a register. */
  readonly label: string
  readonly on: BusinessDate
  readonly onChange: (on: BusinessDate) => void
}

/** ◀ date ▶: the arrows pass over closed dates; nothing lies after today. */
export function DayWalk({ label, on, onChange }: DayWalkProps) {
  const { t } = useTranslation()
  const { store } = useSession()
  const today = useToday()
  const step = (days: 1 | -1) => {
    let next = addDays(on, days)
    while (store.closedDates.includes(next) && next < today) next = addDays(next, days)
    if (next <= today) onChange(next)
  }
  const isToday = on === today
  const back = () => step(-1)
  const forward = () => step(1)
  useShortcuts(label, [
    { keys: 'alt+ArrowLeft', label: t('dailyCheck.previousDay'), run: back, inFields: true },
    { keys: 'alt+ArrowRight', label: t('dailyCheck.nextDay'), run: forward, inFields: true, when: !isToday },
    { keys: 't', label: t('dailyCheck.goToday'), run: () => onChange(today), when: !isToday },
  ])
  const hint = (words: string, keys: string) => (
    <>
      {words} <KeyHint keys={keys} />
    </>
  )
  return (
    <Group gap="sm" wrap="nowrap" flex="none">
      <Tooltip label={hint(t('dailyCheck.previousDay'), 'alt+ArrowLeft')}>
        <ActionIcon onClick={back} aria-label={t('dailyCheck.previousDay')}>
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <DateField
        aria-label={label}
        value={on}
        onChange={(date) => date && date <= today && onChange(date)}
        max={today}
        lean="past"
        error={undefined}
        w={158}
      />
      <Tooltip label={hint(t('dailyCheck.nextDay'), 'alt+ArrowRight')}>
        <ActionIcon onClick={forward} aria-label={t('dailyCheck.nextDay')} disabled={isToday}>
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {!isToday && (
        <Button variant="subtle" onClick={() => onChange(today)} rightSection={<KeyHint keys="t" />}>
          {t('dailyCheck.goToday')}
        </Button>
      )}
    </Group>
  )
}
