import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useToday } from '../../api/use-session.ts'
import { GradeBadge } from '../marks/GradeBadge.tsx'
import { Tag } from '../marks/StatusBadge.tsx'
import { Phone } from '../marks/Phone.tsx'
import { ProtectionBar } from '../marks/ProtectionBar.tsx'
import type { Card } from './card.ts'
import classes from './CustomerHead.module.css'

interface CustomerHeadProps {
  readonly card: Card
  /** Buttons, on the right. */
  readonly actions?: ReactNode
  /** The head of a page of its own, so that its name is the heading of the page. */
  readonly isPage?: boolean
}

/** Who it is: grade, name, phones, owner, days of protection. */
export function CustomerHead({ card, actions, isPage = false }: CustomerHeadProps) {
  const { t } = useTranslation()
  const today = useToday()
  const { customer, protection } = card
  const facts = [
    customer.gender && customer.gender !== 'unknown' ? t(`codes.gender.${customer.gender}`) : null,
    customer.age === null ? null : t('customers.age', { age: customer.age }),
    customer.area,
    customer.occupation,
  ].filter(Boolean)
  const phones = [...new Set([customer.mobile, ...customer.phones])].filter(
    (phone) => phone !== null && phone !== '',
  )
  return (
    <header className={classes.root}>
      {customer.grade && <GradeBadge grade={customer.grade} size="lg" />}
      <div className={classes.who}>
        <div className={classes.line}>
          <Title order={isPage ? 1 : 2} size="h2" className={classes.name}>
            {customer.name ?? t('common.unknown')}
          </Title>
          {phones.map((phone) => (
            <span key={phone} className={classes.phone}>
              <Phone phone={phone} icon />
            </span>
          ))}
        </div>
        <div className={classes.facts}>
          <span>{t('customers.ownedBy', { name: customer.ownerName ?? t('ui.nobody') })}</span>
          {protection && (
            <ProtectionBar
              daysLeft={protection.dormantFrom <= today ? -1 : protection.daysLeft}
              thinIce={protection.thinIce}
            />
          )}
          {customer.doNotContact.length > 0 && (
            <Tag tone="danger">
              {t('privacy.closed', {
                channels: customer.doNotContact.map((each) => t(`codes.channel.${each}`)).join(t('ui.and')),
              })}
            </Tag>
          )}
          {facts.length > 0 && <span>{facts.join(' · ')}</span>}
        </div>
      </div>
      <div className={classes.actions}>{actions}</div>
    </header>
  )
}
