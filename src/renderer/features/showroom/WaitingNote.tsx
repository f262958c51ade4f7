import { Button } from '@mantine/core'
import { IconHourglass } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import classes from './Showroom.module.css'
import { minutesBetween, waitingInTurn, type Board, type Visit } from './visit.ts'

interface WaitingNoteProps {
  readonly visits: readonly Visit[]
  readonly board: Board | undefined
  /** The time of the store. */
  readonly time: string
  readonly onAssign: (visitId: string) => void
}

/** Somebody who waited and somebody who has become free: said over the register, so that nobody must think of it. */
export function WaitingNote({ visits, board, time, onAssign }: WaitingNoteProps) {
  const { t } = useTranslation()
  const waiting = waitingInTurn(visits)
  const [first] = waiting
  const next = board?.places.find(({ isNext }) => isNext)
  const isDue = first !== undefined && next !== undefined
  useShortcuts(t('showroom.list'), [
    {
      keys: 'F6',
      label: t('showroom.assign'),
      run: () => first && onAssign(first.visitId),
      inFields: true,
      when: isDue,
    },
  ])
  if (!isDue) return null
  return (
    <p className={classes.waiting} role="status">
      <IconHourglass size={16} aria-hidden />
      <span>
        {t('showroom.waitingNow', {
          count: waiting.length,
          minutes: first.arrivedTime ? minutesBetween(first.arrivedTime, time) : 0,
          name: next.name,
        })}
      </span>
      <Button size="compact-xs" onClick={() => onAssign(first.visitId)} rightSection={<KeyHint keys="F6" />}>
        {t('showroom.assign')}
      </Button>
    </p>
  )
}
