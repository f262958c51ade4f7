import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Reason } from '#shared/reasons.ts'
import { Why } from '../../ui/Why.tsx'
import classes from './Entry.module.css'
import type { Arrival, Board } from './visit.ts'

interface NextUpProps {
  readonly board: Board | undefined
  /** The known customer at the door: his owner receives him, or the next one stands in. */
  readonly customer: Arrival['customer'] | undefined
  /** A consultant registers what he received himself. */
  readonly himself: string | null
}

/** Who would receive whoever is being registered, and why not those before him. */
export function NextUp({ board, customer, himself }: NextUpProps) {
  const { t } = useTranslation()
  if (!board) return <span className={classes.next} />
  const owner = customer?.ownerName
  if (owner && customer.ownerIsHere)
    return <Receiver label={t('showroom.ownerReceives')} name={owner} reasons={[]} />
  if (himself !== null) return <Receiver label={t('showroom.youReceive')} name={himself} reasons={[]} />
  const next = board.places.find(({ isNext }) => isNext)
  const before = next ? board.places.slice(0, board.places.indexOf(next)) : board.places
  const reasons = [
    ...(owner ? customer.why : []),
    ...[...before, ...(next ? [next] : [])].flatMap((place) => place.reasons),
  ]
  return (
    <Receiver
      label={owner ? t('showroom.standsInFor', { name: owner }) : t('showroom.next')}
      name={next?.name ?? t('showroom.nobodyFreeShort')}
      reasons={reasons}
    />
  )
}

interface ReceiverProps {
  readonly label: string
  readonly name: string
  readonly reasons: readonly Reason[]
}
function Receiver({ label, name, reasons }: ReceiverProps) {
  return (
    <span className={classes.next}>
      <span className={classes.quiet}>{label}</span>
      <span className={classes.nextName}>
        <IconArrowRight size={15} aria-hidden />
        <strong>{name}</strong>
        <Why reasons={reasons} about={label} />
      </span>
    </span>
  )
}
