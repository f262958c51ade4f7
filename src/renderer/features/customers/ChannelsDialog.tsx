import { Checkbox, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { closableChannels, type ClosableChannel } from '#shared/domain/codes.ts'
import { useCommand } from '../../api/use-command.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import type { Card } from '../../ui/customer/card.ts'
import { toast } from '../../ui/toast.ts'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'

type Target = ClosableChannel | 'showroom_visit'

/** 勿扰: the channels a customer closes, and what the plans change to that would use them. */
export function ChannelsDialog({ card, onClose }: { readonly card: Card; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const set = useCommand('privacy.setChoices')
  const errors = useFieldErrors(set.failure)
  const { customer, plans } = card
  const [closed, setClosed] = useState<readonly ClosableChannel[]>(
    closableChannels.filter((each) => customer.doNotContact.includes(each)),
  )
  const stuck = plans.filter(
    ({ status, channel }) => status === 'open' && closed.some((each) => each === channel),
  )
  const open: Target[] = [...closableChannels.filter((each) => !closed.includes(each)), 'showroom_visit']
  const [chosen, setChosen] = useState<Target | null>(null)
  const moveTo = chosen !== null && open.includes(chosen) ? chosen : (open[0] ?? 'showroom_visit')
  const save = async () => {
    const done = await set.run({
      customerId: customer.customerId,
      version: customer.version,
      doNotContact: [...closed],
      ...(stuck.length > 0 ? { moveTo } : {}),
    })
    if (!done.ok) return
    const { moved } = done.value
    toast(moved > 0 ? t('privacy.movedPlans', { count: moved }) : t('privacy.saved'))
    onClose()
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('privacy.channelsTitle', { name: customer.name ?? t('common.unknown') })}
      confirmLabel={t('common.save')}
      onConfirm={() => void save()}
      pending={set.pending}
      failure={set.failure}
    >
      <Stack gap="sm">
        <Text c="dimmed">{t('privacy.channelsHint')}</Text>
        {closableChannels.map((channel, index) => (
          <Checkbox
            key={channel}
            label={t(`codes.channel.${channel}`)}
            checked={closed.includes(channel)}
            onChange={(event) =>
              setClosed(
                event.currentTarget.checked
                  ? [...closed, channel]
                  : closed.filter((each) => each !== channel),
              )
            }
            data-autofocus={index === 0 || undefined}
          />
        ))}
        {stuck.length > 0 && (
          <Select
            label={t('privacy.moveTo')}
            description={t('privacy.moveToHint', { count: stuck.length })}
            value={moveTo}
            onChange={(value) => setChosen(value)}
            data={open.map((value) => ({ value, label: t(`codes.channel.${value}`) }))}
            allowDeselect={false}
            error={errors('moveTo')}
          />
        )}
        {open.length === 1 && <Text c="orange">{t('privacy.allClosed')}</Text>}
      </Stack>
    </ConfirmDialog>
  )
}
