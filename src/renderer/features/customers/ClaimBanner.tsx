import { Alert } from '@mantine/core'
import { IconFileAlert } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/use-query.ts'
import { useCan } from '../../api/use-session.ts'
import { LinkButton } from '../../ui/page/LinkButton.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import classes from './ClaimBanner.module.css'

/** Says on the card that somebody claims this customer, and leads to where it is answered. */
export function ClaimBanner({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const dates = useDates()
  const maySee = useCan('claim.read')
  const { data } = useQuery('claims.list', { customerId, open: true }, { enabled: maySee })
  return data?.rows.map(({ claimId, claimant, filedOn, status }) => (
    <Alert
      key={claimId}
      color="orange"
      variant="light"
      radius={0}
      p="xs"
      role="status"
      icon={<IconFileAlert size={16} aria-hidden />}
    >
      <div className={classes.line}>
        {t(status === 'answered' ? 'ownership.bannerAnswered' : 'ownership.banner', {
          name: claimant.name,
          on: dates.near(filedOn),
        })}
        <LinkButton to="/ownership" search={{ tab: 'claims', claimId }} variant="default" size="compact-xs">
          {t('ownership.bannerOpen')}
        </LinkButton>
      </div>
    </Alert>
  ))
}
