import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCalendarEvent, IconUserCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useToday } from '../../api/use-session.ts'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { Why } from '../../ui/Why.tsx'
import classes from './Entry.module.css'
import type { Arrival } from './visit.ts'

interface ArrivalNoteProps {
  readonly arrival: Arrival
  /** A plate is no proof: somebody says that it is he. */
  readonly byPlate: boolean
  readonly isTaken: boolean
  readonly onTake: () => void
  readonly onOpenVisit: (visitId: string) => void
}

/** Whether there is anything to say about him. */
export const isKnownArrival = ({ customer, others, appointment, uncarded }: Arrival): boolean =>
  Boolean(customer) || others > 0 || Boolean(appointment) || Boolean(uncarded)

/** Who is at the door, said while the number is typed: the customer and his owner, his appointment, an earlier visit without a card. */
export function ArrivalNote({ arrival, byPlate, isTaken, onTake, onOpenVisit }: ArrivalNoteProps) {
  const { t } = useTranslation()
  const dates = useDates()
  const today = useToday()
  const { customer, others, appointment, uncarded } = arrival
  useShortcuts(t('showroom.entry'), [
    {
      keys: 'F4',
      label: t('showroom.openEarlier'),
      run: () => uncarded && onOpenVisit(uncarded.visitId),
      inFields: true,
      when: uncarded?.mayOpen === true,
    },
  ])
  return (
    <div className={classes.arrival} role="status">
      {customer && (
        <span className={classes.found}>
          <IconUserCheck size={16} aria-hidden />
          <strong>{customer.name}</strong>
          {customer.ownerName
            ? t('showroom.ownerIs', { name: customer.ownerName })
            : t('showroom.ownerNobody')}
          {customer.ownerName && (
            <span data-tone={customer.ownerIsHere ? 'ok' : 'warn'} className={classes.tone}>
              {t(customer.ownerIsHere ? 'showroom.ownerHere' : 'showroom.ownerAway')}
            </span>
          )}
          <Why reasons={customer.why} about={customer.ownerName ?? customer.name} />
          {byPlate && (
            <Button variant={isTaken ? 'light' : 'default'} size="compact-xs" onClick={onTake}>
              {t(isTaken ? 'showroom.isHe' : 'showroom.takeHim')}
            </Button>
          )}
        </span>
      )}
      {others > 0 && <span className={classes.quiet}>{t('showroom.moreMatches', { count: others })}</span>}
      {appointment && (
        <span className={classes.found}>
          <IconCalendarEvent size={16} aria-hidden />
          {t('showroom.appointment', {
            at: [appointment.on === today ? t('common.today') : dates.near(appointment.on), appointment.time]
              .filter(Boolean)
              .join(' '),
            name: appointment.ownerName ?? t('ui.nobody'),
          })}
        </span>
      )}
      {uncarded && (
        <span className={classes.found} data-tone="warn">
          <IconAlertTriangle size={16} aria-hidden />
          {t('showroom.earlierUncarded', {
            on: dates.near(uncarded.visitedOn),
            name: uncarded.consultantName ?? t('ui.nobody'),
          })}
          {uncarded.mayOpen && (
            <Button
              variant="default"
              size="compact-xs"
              onClick={() => onOpenVisit(uncarded.visitId)}
              rightSection={<KeyHint keys="F4" />}
            >
              {t('showroom.openEarlier')}
            </Button>
          )}
        </span>
      )}
    </div>
  )
}
