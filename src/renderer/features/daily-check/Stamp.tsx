import { IconRosetteDiscountCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useDates } from '../../ui/use-dates.ts'
import classes from './Stamp.module.css'

interface StampProps {
  readonly signature: { readonly signedAt: number; readonly signedBy: { readonly name: string } }
}

/** Who signed and when, as a stamp. */
export function Stamp({ signature }: StampProps) {
  const { t } = useTranslation()
  const dates = useDates()
  return (
    <span className={classes.stamp}>
      <IconRosetteDiscountCheck size={15} aria-hidden />
      {t('dailyCheck.stamp', { name: signature.signedBy.name, at: dates.moment(signature.signedAt) })}
    </span>
  )
}
