import { Alert } from '@mantine/core'
import { IconArrowMerge, IconPhoneCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../api/use-session.ts'
import type { Card } from '../customer/card.ts'
import { LinkButton } from '../page/LinkButton.tsx'
import { formatPhone } from '../marks/Phone.tsx'
import { useDates } from '../words/use-dates.ts'
import classes from './LikeStrip.module.css'

/** R-3.4a What a card says of a shared phone and of the records that were merged into it. Draws nothing for neither. */
export function CardNotes({ card }: { readonly card: Card }) {
  const { t } = useTranslation()
  const dates = useDates()
  const mayMerge = useCan('customer.merge')
  const { sharedPhones, mergedFrom } = card
  return (
    <>
      {sharedPhones.map((each) => (
        <Alert
          key={`${each.phone} ${each.customerId}`}
          color="blue"
          variant="light"
          radius={0}
          p="xs"
          role="status"
          icon={<IconPhoneCheck size={16} aria-hidden />}
        >
          <div className={classes.line}>
            {t('duplicates.cardShared', {
              phone: formatPhone(each.phone),
              name: each.name,
              owner: each.ownerName ?? t('ui.nobody'),
              because: each.reason,
              by: each.allowedBy,
              on: dates.short(each.allowedOn),
            })}
            {each.mayOpen && (
              <LinkButton
                to="/customers/$customerId"
                params={{ customerId: each.customerId }}
                variant="default"
                size="compact-xs"
                aria-label={t('duplicates.openCardOf', { name: each.name })}
              >
                {t('duplicates.openCard')}
              </LinkButton>
            )}
          </div>
        </Alert>
      ))}
      {mergedFrom.map((each) => (
        <Alert
          key={each.mergeId}
          color="gray"
          variant="light"
          radius={0}
          p="xs"
          role="status"
          icon={<IconArrowMerge size={16} aria-hidden />}
        >
          <div className={classes.line}>
            {t('duplicates.cardMerged', {
              on: dates.short(each.mergedOn),
              by: each.mergedBy,
              name: each.name,
            })}
            {mayMerge && (
              <LinkButton to="/duplicates" search={{ tab: 'merges' }} variant="default" size="compact-xs">
                {t('duplicates.cardMergeOpen')}
              </LinkButton>
            )}
          </div>
        </Alert>
      ))}
    </>
  )
}
