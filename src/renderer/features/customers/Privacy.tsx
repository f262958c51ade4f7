import { Alert, Button, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { closableChannels } from '#shared/domain/codes.ts'
import { useCommand } from '../../api/use-command.ts'
import { useToday } from '../../api/use-session.ts'
import type { Card } from '../../ui/customer/card.ts'
import { FailureAlert } from '../../ui/states/FailureAlert.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { LinkButton } from '../../ui/page/LinkButton.tsx'
import { toast } from '../../ui/toast.ts'
import { useDates } from '../../ui/words/use-dates.ts'
import { useShortcuts } from '../../ui/keys/use-shortcuts.ts'
import { ChannelsDialog } from './ChannelsDialog.tsx'
import { CopyDialog } from './CopyDialog.tsx'
import data from './CustomerData.module.css'
import { EraseDialog } from './EraseDialog.tsx'
import classes from './Privacy.module.css'
import relatives from './Relatives.module.css'

type Opened = 'channels' | 'copy' | 'erase' | null
type Dated = 'noticeGivenOn' | 'consentedOn'
const actOf = {
  noticeGivenOn: { keys: 'g', label: 'privacy.noticeToday' },
  consentedOn: { keys: 'c', label: 'privacy.consentToday' },
} as const

/** 个人信息 (S7): what he was told, agreed to and asked for; a copy for him; erasing him. */
export function Privacy({ card }: { readonly card: Card }) {
  const { t } = useTranslation()
  const dates = useDates()
  const today = useToday()
  const set = useCommand('privacy.setChoices')
  const [opened, setOpened] = useState<Opened>(null)
  const { customer, abilities } = card
  const { customerId, version, doNotContact } = customer
  const close = () => setOpened(null)
  const date = async (field: Dated, on: string | null) => {
    const done = await set.run({ customerId, version, [field]: on })
    if (done.ok) toast(t('privacy.saved'))
  }
  useShortcuts(t('privacy.title'), [
    ...(['noticeGivenOn', 'consentedOn'] as const).map((field) => ({
      keys: actOf[field].keys,
      label: t(actOf[field].label),
      run: () => void date(field, today),
      when: abilities.update && customer[field] === null,
    })),
    {
      keys: 'u',
      label: t('privacy.editChannels'),
      run: () => setOpened('channels'),
      when: abilities.update,
    },
  ])
  if (customer.erasedOn !== null) return null
  const isUnreachable = closableChannels.every((channel) => doNotContact.includes(channel))
  return (
    <section className={data.level} aria-label={t('privacy.title')}>
      <div className={relatives.head}>
        <Title order={3} size="h4" className={relatives.title}>
          {t('privacy.title')}
        </Title>
        <LinkButton
          to="/print/privacy-notice/$customerId"
          params={{ customerId }}
          variant="subtle"
          size="compact-xs"
        >
          {t('privacy.printNotice')}
        </LinkButton>
      </div>
      <dl className={data.list}>
        {(['noticeGivenOn', 'consentedOn'] as const).map((field) => (
          <div key={field} className={data.field}>
            <dt>{t(`privacy.${field}`)}</dt>
            <dd className={classes.value}>
              {customer[field] ? dates.full(customer[field]) : <span>{t('privacy.notYet')}</span>}
              {abilities.update &&
                (customer[field] === null ? (
                  <Button
                    variant="default"
                    size="compact-xs"
                    loading={set.pending}
                    onClick={() => void date(field, today)}
                    rightSection={<KeyHint keys={actOf[field].keys} />}
                  >
                    {t(actOf[field].label)}
                  </Button>
                ) : (
                  <Button variant="subtle" size="compact-xs" onClick={() => void date(field, null)}>
                    {t('privacy.takeBack')}
                  </Button>
                ))}
            </dd>
          </div>
        ))}
        <div className={data.field}>
          <dt>{t('privacy.doNotContact')}</dt>
          <dd className={classes.value}>
            <span data-closed={doNotContact.length > 0 || undefined}>
              {doNotContact.length > 0
                ? t('privacy.closed', {
                    channels: doNotContact.map((each) => t(`codes.channel.${each}`)).join(t('ui.and')),
                  })
                : t('privacy.noneClosed')}
            </span>
            {abilities.update && (
              <Button
                variant="default"
                size="compact-xs"
                onClick={() => setOpened('channels')}
                rightSection={<KeyHint keys="u" />}
              >
                {t('privacy.editChannels')}
              </Button>
            )}
          </dd>
        </div>
      </dl>
      {isUnreachable && (
        <Alert color="orange" variant="light" p="xs" role="status">
          {t('privacy.allClosed')}
        </Alert>
      )}
      <FailureAlert failure={set.failure} act />
      <div className={classes.acts}>
        {abilities.copyData && (
          <Button variant="subtle" size="compact-xs" onClick={() => setOpened('copy')}>
            {t('privacy.copyData')}
          </Button>
        )}
        {abilities.erase && (
          <Button variant="subtle" color="red" size="compact-xs" onClick={() => setOpened('erase')}>
            {t('privacy.erase')}
          </Button>
        )}
      </div>
      {opened === 'channels' && <ChannelsDialog card={card} onClose={close} />}
      {opened === 'copy' && <CopyDialog card={card} onClose={close} />}
      {opened === 'erase' && <EraseDialog card={card} onClose={close} />}
    </section>
  )
}
