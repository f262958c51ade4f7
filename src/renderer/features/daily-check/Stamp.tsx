import { useTranslation } from 'react-i18next'
import { Stamp as Stamped } from '../../ui/marks/Stamp.tsx'
import { useDates } from '../../ui/words/use-dates.ts'

interface StampProps {
  readonly signature: { readonly signedAt: number; readonly signedBy: { readonly name: string } }
}

/** Who signed a check and when. */
export function Stamp({ signature }: StampProps) {
  const { t } = useTranslation()
  const dates = useDates()
  return (
    <Stamped>
      {t('dailyCheck.stamp', { name: signature.signedBy.name, at: dates.moment(signature.signedAt) })}
    </Stamped>
  )
}
