import { memo } from 'react'
import type { RowOf } from '../../api/use-pages.ts'
import { DueDate } from '../../ui/marks/DueDate.tsx'
import { GradeBadge } from '../../ui/marks/GradeBadge.tsx'
import { useTexts } from '../../ui/words/i18n.ts'
import { Person } from '../../ui/marks/Person.tsx'
import { Phone } from '../../ui/marks/Phone.tsx'
import { ProtectionBar } from '../../ui/marks/ProtectionBar.tsx'
import { usePolicy } from '../../api/use-session.ts'
import classes from './CustomerRow.module.css'

interface CustomerRowProps {
  readonly row: RowOf<'customers.search'>
  readonly withOwner: boolean
}

/** One customer in a line; somebody else's only as "belongs to …", with his mask. */
export const CustomerRow = memo(function CustomerRow({ row, withOwner }: CustomerRowProps) {
  const { t } = useTexts()
  const { thinIceDays } = usePolicy().thresholds
  const { status } = row
  return (
    <div className={classes.row} data-owner={withOwner || undefined}>
      <GradeBadge grade={row.grade} />
      <span className={classes.name}>
        <Person name={row.name} masked={row.masked} />
      </span>
      <span className={classes.model}>{row.model}</span>
      <span className={classes.remark}>
        {row.masked ? t('customers.ownedBy', { name: row.ownerName ?? t('ui.nobody') }) : row.remark}
      </span>
      <span className={classes.state}>
        {status && status !== 'open' ? (
          <span className={classes.quiet}>{t(`codes.opportunityStatus.${status}`)}</span>
        ) : (
          row.nextPlanOn && <DueDate on={row.nextPlanOn} brief />
        )}
      </span>
      <span className={classes.phone}>
        <Phone phone={row.phone} />
      </span>
      {withOwner && <span className={classes.owner}>{row.ownerName ?? t('ui.nobody')}</span>}
      <span className={classes.protection}>
        <ProtectionBar
          daysLeft={row.daysLeft}
          thinIce={row.daysLeft !== null && row.daysLeft <= thinIceDays}
          withDays={false}
        />
      </span>
    </div>
  )
})
