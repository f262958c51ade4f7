import { IconDoorEnter, IconPencil, IconPhoneIncoming } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Column } from '../../ui/lists/DataTable.tsx'
import { GradeBadge } from '../../ui/marks/GradeBadge.tsx'
import { Phone } from '../../ui/marks/Phone.tsx'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { minutesBetween, isHere, isWaiting, type Visit } from './visit.ts'
import classes from './Showroom.module.css'

/** The register's columns: when, how, who, what he wants, who receives him, what is still to do. */
export function useVisitColumns({ time, isToday }: { readonly time: string; readonly isToday: boolean }) {
  const { t } = useTranslation()
  const columns: Column<Visit>[] = [
    {
      key: 'time',
      header: t('showroom.column.time'),
      width: '116px',
      render: (visit) =>
        isToday && isHere(visit) && visit.arrivedTime ? (
          <span className={classes.here}>
            {visit.arrivedTime}{' '}
            <strong>{t('showroom.minutes', { count: minutesBetween(visit.arrivedTime, time) })}</strong>
          </span>
        ) : (
          <span>
            {visit.arrivedTime ?? '—'}
            {visit.kind === 'walk_in' && ` – ${visit.leftTime ?? t('showroom.notNoted')}`}
          </span>
        ),
    },
    {
      key: 'kind',
      header: t('showroom.column.party'),
      width: '84px',
      render: (visit) => (
        <span className={classes.kind}>
          {visit.kind === 'walk_in' ? (
            <IconDoorEnter size={15} aria-hidden />
          ) : (
            <IconPhoneIncoming size={15} aria-hidden />
          )}
          {t(`codes.visitKind.${visit.kind}`)} {visit.partySize}
        </span>
      ),
    },
    {
      key: 'who',
      header: t('showroom.column.who'),
      width: 'minmax(84px, 1fr)',
      render: (visit) => (
        <span className={visit.callerName || visit.plate ? undefined : classes.quiet}>
          {visit.callerName ?? visit.plate ?? '—'}
        </span>
      ),
    },
    {
      key: 'phone',
      header: t('codes.field.phone'),
      width: '114px',
      render: (visit) =>
        visit.phone === null && visit.phoneMissing ? (
          <span className={classes.quiet}>{t(`codes.phoneMissingReason.${visit.phoneMissing}`)}</span>
        ) : (
          <Phone phone={visit.phone} />
        ),
    },
    {
      key: 'model',
      header: t('showroom.column.model'),
      width: 'minmax(72px, 1fr)',
      render: (visit) => (
        <span className={classes.who}>
          {visit.grade !== null && <GradeBadge grade={visit.grade} />}
          <span className={classes.cut}>{visit.model}</span>
        </span>
      ),
    },
    {
      key: 'consultant',
      header: t('showroom.consultant'),
      width: 'minmax(72px, 0.8fr)',
      render: (visit) =>
        visit.consultantName ??
        (isWaiting(visit) ? <span className={classes.warn}>{t('showroom.waiting')}</span> : '—'),
    },
    {
      key: 'state',
      header: t('showroom.column.state'),
      width: '124px',
      render: (visit) => (
        <span className={classes.tags}>
          <VisitTags visit={visit} />
          {visit.missing.length > 0 && (
            <IconPencil
              size={15}
              role="img"
              aria-label={t('showroom.incomplete')}
              className={classes.quiet}
            />
          )}
        </span>
      ),
    },
  ]
  return columns
}

/** Where a line stands: its card, his intent, an order. */
export function VisitTags({ visit }: { readonly visit: Visit }) {
  const { t } = useTranslation()
  return (
    <>
      {visit.uncarded && <Tag tone="warn">{t('showroom.uncarded')}</Tag>}
      {visit.cardedOn !== null && <Tag tone="ok">{t('showroom.carded')}</Tag>}
      {visit.customerId !== null && visit.cardedOn === null && <Tag tone="info">{t('showroom.known')}</Tag>}
      {!visit.withIntent && visit.customerId === null && (
        <Tag tone="quiet">{t('showroom.withoutIntent')}</Tag>
      )}
      {visit.orderedOnSpot && <Tag tone="ok">{t('showroom.ordered')}</Tag>}
    </>
  )
}
