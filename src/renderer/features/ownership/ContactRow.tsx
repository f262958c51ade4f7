import { useTranslation } from 'react-i18next'
import type { RowOf } from '../../api/use-pages.ts'
import { Person } from '../../ui/Person.tsx'
import { Tag } from '../../ui/StatusBadge.tsx'
import { useDates } from '../../ui/use-dates.ts'
import classes from './Ownership.module.css'

/** A contact with somebody else's customer, as the list has it. */
export type ForeignContact = RowOf<'claims.contacts'>

/** One contact in two lines: with whose customer, whether it counts, and what was said. */
export function ContactRow({ contact }: { readonly contact: ForeignContact }) {
  const { t } = useTranslation()
  const dates = useDates()
  const { customerName, ownerName, effective, against, contactedOn, result, content } = contact
  return (
    <div className={classes.row}>
      <div className={classes.line}>
        <strong>
          <Person name={customerName} masked />
        </strong>
        <span className={classes.text}>
          {ownerName ? t('ownership.contact.theirs', { name: ownerName }) : t('ownership.contact.nobody')}
        </span>
        {against.length === 0 ? (
          <Tag tone="ok">{t('ownership.contact.mayClaim')}</Tag>
        ) : (
          !effective.yes && <Tag tone="quiet">{t('ownership.contact.notEffective')}</Tag>
        )}
      </div>
      <div className={classes.line}>
        <span className={classes.quiet}>{dates.near(contactedOn)}</span>
        <span className={classes.text}>{content || t(`codes.result.${result}`)}</span>
      </div>
    </div>
  )
}
