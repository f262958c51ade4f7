import { Alert } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { normalisePhone } from '#shared/domain/phone.ts'
import type { CallOutput } from '../../api/calls.ts'
import { useQuery } from '../../api/use-query.ts'
import { useSession, useToday } from '../../api/use-session.ts'
import { LinkButton } from '../../ui/page/LinkButton.tsx'
import { Person } from '../../ui/marks/Person.tsx'
import { useDates } from '../../ui/words/use-dates.ts'
import classes from './Ownership.module.css'

type Found = CallOutput<'customers.lookup'>
const waitMs = 120

/** Whose customer a phone is, as soon as it is complete, and from when he may be claimed. Draws nothing before. */
export function PhoneOwner({ phone }: { readonly phone: string }) {
  const { t } = useTranslation()
  const { staff } = useSession()
  const read = normalisePhone(useDebouncedValue(phone, waitMs)[0])
  const { data } = useQuery('customers.lookup', { phone: read.ok ? read.phone : '' }, { enabled: read.ok })
  if (!read.ok || data?.phone !== read.phone) return null
  if (!data.found)
    return (
      <Alert color="orange" variant="light" p="sm" role="status">
        <div className={classes.whose}>
          {t('ownership.contact.unknown')}
          <LinkButton to="/register" variant="default">
            {t('ownership.contact.register')}
          </LinkButton>
        </div>
      </Alert>
    )
  if (data.ownerId === staff.staffId)
    return (
      <Alert color="orange" variant="light" p="sm" role="status">
        <div className={classes.whose}>
          {t('ownership.contact.yours')}
          {data.customerId && (
            <LinkButton
              to="/customers/$customerId"
              params={{ customerId: data.customerId }}
              variant="default"
            >
              {t('ownership.openCard')}
            </LinkButton>
          )}
        </div>
      </Alert>
    )
  return <Theirs found={data} />
}

function Theirs({ found }: { readonly found: Found }) {
  const { t } = useTranslation()
  const dates = useDates()
  const today = useToday()
  const { name, ownerName, dormantFrom } = found
  const isDormant = dormantFrom !== null && dormantFrom !== undefined && dormantFrom <= today
  return (
    <Alert color={isDormant ? 'green' : 'blue'} variant="light" p="sm" role="status">
      <div className={classes.whose}>
        <strong>
          <Person name={name ?? null} masked={found.mayOpen === false} />
        </strong>
        <span>
          {ownerName ? t('ownership.contact.theirs', { name: ownerName }) : t('ownership.contact.nobody')}
        </span>
        {dormantFrom && (
          <span>
            {t(isDormant ? 'ownership.contact.dormantSince' : 'ownership.contact.protectedUntil', {
              on: dates.withWeekday(dormantFrom),
            })}
          </span>
        )}
      </div>
    </Alert>
  )
}
