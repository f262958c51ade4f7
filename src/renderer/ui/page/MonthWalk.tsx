import { ActionIcon, Group, Tooltip } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { addMonths } from '#shared/time/business-date.ts'
import { KeyHint } from '../keys/KeyHint.tsx'
import { useShortcuts } from '../keys/use-shortcuts.ts'

interface MonthWalkProps {
  /** Names the keys in the overlay of shortcuts. */
  readonly label: string
  /** `yyyy-mm`. */
  readonly month: string
  readonly onChange: (month: string) => void
}

/** ◀ month ▶ */
export function MonthWalk({ label, month, onChange }: MonthWalkProps) {
  const { t } = useTranslation()
  const ways = [
    { keys: 'alt+ArrowLeft', words: t('ui.calendar.previousMonth'), count: -1, Icon: IconChevronLeft },
    { keys: 'alt+ArrowRight', words: t('ui.calendar.nextMonth'), count: 1, Icon: IconChevronRight },
  ].map((way) => ({ ...way, run: () => onChange(addMonths(month, way.count)) }))
  useShortcuts(
    label,
    ways.map(({ keys, words, run }) => ({ keys, label: words, run, inFields: true })),
  )
  const [back, forward] = ways.map(({ keys, words, Icon, run }) => (
    <Tooltip
      key={keys}
      label={
        <>
          {words} <KeyHint keys={keys} />
        </>
      }
    >
      <ActionIcon onClick={run} aria-label={words}>
        <Icon size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  ))
  return (
    <Group gap="sm" wrap="nowrap" flex="none">
      {back}
      <strong>{month}</strong>
      {forward}
    </Group>
  )
}
