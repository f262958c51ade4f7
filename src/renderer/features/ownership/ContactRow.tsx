import { useTranslation } from 'react-i18next'
import type { RowOf } from '../../api/use-pages.ts'
import { Person } from '../../ui/marks/Person.tsx'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { Cut, Quiet, TwoLineRow } from '../../ui/lists/TwoLineRow.tsx'
import { useDates } from '../../ui/words/use-dates.ts'

/** A contact with somebody else's customer, as the list has it. */
export type ForeignContact = RowOf<'claims.contacts'>

/** One contact in two lines: with whose customer, whether it counts, and what was said. */
export function ContactRow({ contact }: { readonly contact: ForeignContact }) {
  const { t } = useTranslation()
  const dates = useDates()
  const { customerName, ownerName, effective, against, contactedOn, result, content } = contact
  return (
    <TwoLineRow
      first={
        <>
          <strong>
            <Person name={customerName} masked />
          </strong>
          <Cut>
            {ownerName ? t('ownership.contact.theirs', { name: ownerName }) : t('ownership.contact.nobody')}
          </Cut>
          {against.length === 0 ? (
            <Tag tone="ok">{t('ownership.contact.mayClaim')}</Tag>
          ) : (
            !effective.yes && <Tag tone="quiet">{t('ownership.contact.notEffective')}</Tag>
          )}
        </>
      }
      second={
        <>
          <Quiet>{dates.near(contactedOn)}</Quiet>
          <Cut>{content || t(`codes.result.${result}`)}</Cut>
        </>
      }
    />
  )
}
