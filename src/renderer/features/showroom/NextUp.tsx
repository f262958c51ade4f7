import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Why } from '../../ui/Why.tsx'
import classes from './Entry.module.css'
import type { Board } from './visit.ts'

/** Who receives the next first visit, and why not those before him. */
export function NextUp({ board }: { readonly board: Board | undefined }) {
  const { t } = useTranslation()
  if (!board) return <span className={classes.next} />
  const next = board.places.find(({ isNext }) => isNext)
  const before = next ? board.places.slice(0, board.places.indexOf(next)) : board.places
  const reasons = [...before, ...(next ? [next] : [])].flatMap((place) => place.reasons)
  return (
    <span className={classes.next}>
      <span className={classes.quiet}>{t('showroom.next')}</span>
      <span className={classes.nextName}>
        <IconArrowRight size={15} aria-hidden />
        <strong>{next?.name ?? t('showroom.nobodyFreeShort')}</strong>
        <Why reasons={reasons} about={t('showroom.next')} />
      </span>
    </span>
  )
}
