import { IconAlarm } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AppointmentOutcome } from '#shared/domain/codes.ts'
import type { RowOf } from '../../api/use-pages.ts'
import type { Column } from '../../ui/lists/DataTable.tsx'
import { Phone } from '../../ui/marks/Phone.tsx'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import type { Tone } from '../../ui/marks/tone.ts'
import { useDates } from '../../ui/words/use-dates.ts'
import classes from './Leads.module.css'

type Appointment = RowOf<'appointments.list'>

const outcomeTone: Readonly<Record<AppointmentOutcome, Tone>> = {
  kept: 'ok',
  no_show: 'danger',
  moved: 'quiet',
  cancelled: 'quiet',
}

/** The columns of the appointments; of several days, each with its date. */
export function useAppointmentColumns(withDate: boolean): Column<Appointment>[] {
  const { t } = useTranslation()
  const dates = useDates()
  const date: Column<Appointment> = {
    key: 'on',
    header: t('leads.calls.date'),
    width: '110px',
    render: ({ on }) => dates.near(on),
  }
  return [
    ...(withDate ? [date] : []),
    {
      key: 'time',
      header: t('leads.visits.time'),
      width: '76px',
      render: ({ time }) => time ?? <span className={classes.quiet}>—</span>,
    },
    {
      key: 'customer',
      header: t('leads.visits.customer'),
      width: 'minmax(100px, 1fr)',
      render: ({ customerName }) => <strong>{customerName}</strong>,
    },
    {
      key: 'phone',
      header: t('leads.visits.phone'),
      width: '130px',
      render: ({ phone }) => <Phone phone={phone} />,
    },
    {
      key: 'model',
      header: t('leads.visits.model'),
      width: 'minmax(80px, 1fr)',
      render: ({ model }) => <span className={classes.cut}>{model}</span>,
    },
    {
      key: 'owner',
      header: t('leads.visits.owner'),
      width: 'minmax(80px, 120px)',
      render: ({ ownerName }) => ownerName,
    },
    {
      key: 'confirmed',
      header: t('leads.visits.confirmed'),
      width: 'minmax(130px, 170px)',
      render: ({ confirmedOn, confirmDue, outcome }) =>
        confirmedOn !== null ? (
          t('leads.visits.confirmedOn', { on: dates.near(confirmedOn) })
        ) : (
          <span className={classes.quiet}>
            {confirmDue !== null && outcome === null
              ? t('leads.visits.confirmDue', { on: dates.near(confirmDue) })
              : t('leads.visits.notConfirmed')}
          </span>
        ),
    },
    {
      key: 'state',
      header: t('leads.visits.state'),
      width: '120px',
      render: ({ outcome, missed }) =>
        outcome !== null ? (
          <Tag tone={outcomeTone[outcome]}>{t(`codes.appointmentOutcome.${outcome}`)}</Tag>
        ) : missed ? (
          <span className={classes.clock} data-tone="danger">
            <IconAlarm size={14} aria-hidden />
            {t('leads.visits.missed')}
          </span>
        ) : (
          <Tag tone="info">{t('leads.visits.toCome')}</Tag>
        ),
    },
  ]
}
