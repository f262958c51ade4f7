import { useTranslation } from 'react-i18next'
import { Person } from '../../ui/marks/Person.tsx'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { Cut, Quiet, TwoLineRow } from '../../ui/lists/TwoLineRow.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import { claimTone, type Claim } from './claim.ts'

/** One claim in two lines: whom, from whom to whom he would go, and what it says. */
export function ClaimRow({ claim }: { readonly claim: Claim }) {
  const { t } = useTranslation()
  const dates = useDates()
  return (
    <TwoLineRow
      first={
        <>
          <strong>
            <Person name={claim.customerName} masked={claim.masked} />
          </strong>
          <Tag tone={claimTone[claim.status]}>{t(`codes.claimStatus.${claim.status}`)}</Tag>
          <Cut>
            {claim.owner?.name ?? t('ui.nobody')} → {claim.claimant.name}
          </Cut>
        </>
      }
      second={
        <>
          <Quiet>{dates.near(claim.filedOn)}</Quiet>
          <Cut>{claim.statement}</Cut>
        </>
      }
    />
  )
}
