import { Title } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Person } from '../../ui/marks/Person.tsx'
import { Phone } from '../../ui/marks/Phone.tsx'
import { Tag } from '../../ui/marks/StatusBadge.tsx'
import { toast } from '../../ui/toast.ts'
import { useDates } from '../../ui/words/use-dates.ts'
import { Reasons } from '../../ui/Why.tsx'
import type { ForeignContact } from './ContactRow.tsx'
import { FileClaim } from './FileClaim.tsx'
import classes from './Ownership.module.css'

/** What was said, whether it counts, and the claim that can rest on it, or why none can. */
export function ContactDetails({ contact }: { readonly contact: ForeignContact }) {
  const { t } = useTranslation()
  const dates = useDates()
  const navigate = useNavigate()
  const { customerName, phone, ownerName, contactedOn, channel, result, content, effective, against } =
    contact
  return (
    <>
      <header className={classes.head}>
        <Title order={2}>
          <Person name={customerName} masked />
        </Title>
        <Phone phone={phone} icon />
        <span className={classes.quiet}>
          {ownerName ? t('ownership.contact.theirs', { name: ownerName }) : t('ownership.contact.nobody')}
        </span>
      </header>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('ui.detailsOf')}>
        <section className={classes.part}>
          <h3>
            {dates.full(contactedOn)} · {t(`codes.channel.${channel}`)} · {t(`codes.result.${result}`)}
          </h3>
          <p className={classes.said}>{content}</p>
          <p>
            <Tag tone={effective.yes ? 'ok' : 'quiet'}>
              {t(effective.yes ? 'ownership.contact.effective' : 'ownership.contact.notEffective')}
            </Tag>
          </p>
        </section>
        <section className={classes.part}>
          <h3>{t('ownership.claim.file')}</h3>
          {against.length === 0 ? (
            <FileClaim
              customerId={contact.customerId}
              followUpId={contact.followUpId}
              onDone={(claimId) => {
                toast(t('ownership.claim.filedNow'))
                void navigate({ to: '/ownership', search: { tab: 'claims', claimId } })
              }}
            />
          ) : (
            <Reasons reasons={against} />
          )}
        </section>
      </div>
    </>
  )
}
