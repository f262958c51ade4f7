import { useId, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { handleListKeys } from '../../ui/keys/list-keys.ts'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { Why } from '../../ui/Why.tsx'
import { minutesBetween, toneOf, type Place } from './place.ts'
import classes from './Rotation.module.css'

interface OrderListProps {
  readonly places: readonly Place[]
  readonly now: string
  readonly ownId: string
  readonly selectedId: string | null
  readonly onSelect: (staffId: string) => void
  /** Somebody is dragged to another place; undefined where nobody may be. */
  readonly onMove: ((staffId: string, to: number) => void) | undefined
  /** Enter. */
  readonly onOpen: () => void
}

/** The order as a list: ↑ ↓ select, a row is dragged to its new place. Ten people, so all rows are drawn. */
export function OrderList(props: OrderListProps) {
  const { t } = useTranslation()
  const id = useId()
  const { places, now, ownId, selectedId, onSelect, onMove, onOpen } = props
  const [dragged, setDragged] = useState<string | null>(null)
  const index = places.findIndex(({ staffId }) => staffId === selectedId)
  const select = (at: number) => {
    const place = places[at]
    if (place) onSelect(place.staffId)
  }
  const dragOver = (event: DragEvent, at: number) => {
    if (dragged === null) return
    event.preventDefault()
    if (places[at]?.staffId !== dragged) onMove?.(dragged, at)
  }
  const heads = [
    t('rotation.place'),
    t('rotation.name'),
    t('rotation.state'),
    t('rotation.withWhom'),
    t('rotation.today'),
    t('rotation.todayOther'),
    t('rotation.conversion'),
    t('common.why'),
  ]
  return (
    <div
      className={classes.box}
      role="grid"
      aria-label={t('rotation.list')}
      aria-activedescendant={index >= 0 ? `${id}-${index}` : undefined}
      tabIndex={0}
      onKeyDown={(event) => handleListKeys(event, { count: places.length, index, onMove: select, onOpen })}
    >
      <div role="row" className={classes.headRow}>
        {heads.map((head, at) => (
          <span key={at} role="columnheader" data-number={at >= 4 || undefined}>
            {head}
          </span>
        ))}
      </div>
      {places.map((place, at) => (
        <div
          key={place.staffId}
          id={`${id}-${at}`}
          role="row"
          className={classes.row}
          aria-selected={at === index}
          data-next={place.isNext || undefined}
          data-dragged={place.staffId === dragged || undefined}
          draggable={onMove !== undefined}
          onClick={() => onSelect(place.staffId)}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move'
            // Without data some systems do not begin to drag.
            event.dataTransfer.setData('text/plain', place.name)
            setDragged(place.staffId)
            onSelect(place.staffId)
          }}
          onDragOver={(event) => dragOver(event, at)}
          onDrop={(event) => event.preventDefault()}
          onDragEnd={() => setDragged(null)}
        >
          <Row place={place} at={at} now={now} isOwn={place.staffId === ownId} />
        </div>
      ))}
    </div>
  )
}

interface RowProps {
  readonly place: Place
  readonly at: number
  readonly now: string
  readonly isOwn: boolean
}

function Row({ place, at, now, isOwn }: RowProps) {
  const { t } = useTranslation()
  const { name, hindrances, receivedToday, lastMonthConversion } = place
  return (
    <>
      <span role="gridcell" className={classes.place}>
        {at + 1}
      </span>
      <span role="gridcell" className={classes.name}>
        <strong>{name}</strong> {isOwn && <Tag tone="info">{t('rotation.me')}</Tag>}
      </span>
      <span role="gridcell" className={classes.tags}>
        {place.isNext && <Tag tone="ok">{t('rotation.next')}</Tag>}
        {hindrances.length === 0 && !place.isNext && <span>{t('rotation.free')}</span>}
        {hindrances.map((code) => (
          <Tag key={code} tone={toneOf[code]}>
            {t(`codes.rotationHindrance.${code}`)}
          </Tag>
        ))}
        {place.letThrough && <Tag tone="info">{t('rotation.letThrough')}</Tag>}
      </span>
      <span role="gridcell" className={classes.with}>
        <With place={place} now={now} />
      </span>
      <span role="gridcell" data-number title={t('rotation.todayHint')}>
        {receivedToday.first}
      </span>
      <span role="gridcell" data-number title={t('rotation.todayHint')}>
        {receivedToday.other}
      </span>
      <span role="gridcell" data-number>
        {lastMonthConversion === null
          ? t('common.none')
          : t('rotation.percent', { percent: lastMonthConversion })}
      </span>
      <span role="gridcell" data-number>
        <Why reasons={place.reasons} about={name} />
      </span>
    </>
  )
}

/** With whom somebody is, since when, for how many minutes. */
export function With({ place, now }: { readonly place: Place; readonly now: string }) {
  const { t } = useTranslation()
  return place.with.map(({ visitId, callerName, since }) => (
    <span key={visitId} className={classes.visitor}>
      <span>{callerName ?? t('rotation.visitor')}</span>{' '}
      {since && (
        <span className={classes.quiet}>
          {t('rotation.since', { since, minutes: minutesBetween(since, now) })}
        </span>
      )}
    </span>
  ))
}
