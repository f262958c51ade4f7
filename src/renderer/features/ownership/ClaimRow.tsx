import { useTranslation } from 'react-i18next'
import { Person } from '../../ui/Person.tsx'
import { Tag } from '../../ui/StatusBadge.tsx'
import { useDates } from '../../ui/use-dates.ts'
import { claimTone, type Claim } from './claim.ts'
import classes from './Ownership.module.css'

/** One claim in two lines: whom, from whom to whom he would go, and what it says. */
export function ClaimRow({ claim }: { readonly claim: Claim }) {
  const { t } = useTranslation()
  const dates = useDates()
  return (
    <div className={classes.row}>
      <div className={classes.line}>
        <strong>
          <Person name={claim.customerName} masked={claim.masked} />
        </strong>
        <Tag tone={claimTone[claim.status]}>{t(`codes.claimStatus.${claim.status}`)}</Tag>
        <span className={classes.text}>
          {claim.owner?.name ?? t('ui.nobody')} → {claim.claimant.name}
        </span>
      </div>
      <div className={classes.line}>
        <span className={classes.quiet}>{dates.near(claim.filedOn)}</span>
        <span className={classes.text}>{claim.statement}</span>
      </div>
    </div>
  )
}
