import { useTranslation } from 'react-i18next'
import classes from './Showroom.module.css'
import type { Day } from './visit.ts'

const shown = [
  'visits',
  'walkIns',
  'callIns',
  'first',
  'repeat',
  'people',
  'valid',
  'withPhone',
  'carded',
  'uncarded',
  'orderedOnSpot',
  'testDrives',
] as const

/** The foot of the register's sheet. */
export function TotalsOfDay({ totals }: { readonly totals: Day['totals'] }) {
  const { t } = useTranslation()
  return (
    <dl className={classes.totals}>
      {shown.map((each) => (
        <div key={each}>
          <dt>{t(`showroom.total.${each}`)}</dt>
          <dd data-alarm={(each === 'uncarded' && totals.uncarded > 0) || undefined}>{totals[each]}</dd>
        </div>
      ))}
    </dl>
  )
}
