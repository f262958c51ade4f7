import { Button, Group, NativeSelect, Stack, Switch, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { minutesBeforeChoices, type DesktopChoices } from '#shared/contract/desktop.ts'
import { desktop } from '../../api/desktop.ts'
import { toast } from '../../ui/toast.ts'

const queryKey = ['desktop.settings']
const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/

/** What this computer does for whoever works at it: reminders, tray, start, windows, support. */
export function ThisMachine() {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const { data } = useQuery({ queryKey, queryFn: () => desktop.call('settings', {}), staleTime: Infinity })
  const choose = useMutation({
    mutationFn: (change: Partial<DesktopChoices>) => desktop.call('choose', change),
    onSuccess: (settings) => queryClient.setQueryData(queryKey, settings),
    onError: (error) => toast(t('desktop.machine.failed', { reason: error.message }), 'warn'),
  })
  if (!data) return null
  const { choices, can } = data
  const change = (each: Partial<DesktopChoices>) => choose.mutate(each)
  const collect = async () => {
    const file = await desktop.call('collectSupport', {})
    if (file !== null) toast(t('desktop.machine.collected', { file }))
  }
  return (
    <Stack gap="md" align="flex-start">
      <Switch
        label={t('desktop.machine.remindTimed')}
        description={can.notify ? t('desktop.machine.remindTimedHint') : t('desktop.machine.noNotify')}
        checked={choices.remindTimed && can.notify}
        disabled={!can.notify}
        onChange={({ currentTarget }) => change({ remindTimed: currentTarget.checked })}
      />
      {choices.remindTimed && can.notify && (
        <NativeSelect
          label={t('desktop.machine.minutesBefore')}
          value={String(choices.minutesBefore)}
          data={minutesBeforeChoices.map((minutes) => ({
            value: String(minutes),
            label: t('desktop.machine.minutes', { minutes }),
          }))}
          onChange={({ currentTarget }) => {
            const minutesBefore = minutesBeforeChoices.find((each) => String(each) === currentTarget.value)
            if (minutesBefore) change({ minutesBefore })
          }}
        />
      )}
      <Switch
        label={t('desktop.machine.remindOpen')}
        description={can.notify ? t('desktop.machine.remindOpenHint') : t('desktop.machine.noNotify')}
        checked={choices.remindOpen && can.notify}
        disabled={!can.notify}
        onChange={({ currentTarget }) => change({ remindOpen: currentTarget.checked })}
      />
      {choices.remindOpen && can.notify && (
        <TextInput
          type="time"
          label={t('desktop.machine.openAt')}
          defaultValue={choices.openAt}
          onChange={({ currentTarget }) => {
            if (timeOfDay.test(currentTarget.value)) change({ openAt: currentTarget.value })
          }}
        />
      )}
      <Switch
        label={t('desktop.machine.closeToTray')}
        description={can.tray ? t('desktop.machine.closeToTrayHint') : t('desktop.machine.noTray')}
        checked={choices.closeToTray && can.tray}
        disabled={!can.tray}
        onChange={({ currentTarget }) => change({ closeToTray: currentTarget.checked })}
      />
      <Switch
        label={t('desktop.machine.startWithSystem')}
        {...(can.startWithSystem ? {} : { description: t('desktop.machine.noStart') })}
        checked={choices.startWithSystem && can.startWithSystem}
        disabled={!can.startWithSystem}
        onChange={({ currentTarget }) => change({ startWithSystem: currentTarget.checked })}
      />
      <Switch
        label={t('desktop.machine.reopenBoard')}
        checked={choices.reopenBoard}
        onChange={({ currentTarget }) => change({ reopenBoard: currentTarget.checked })}
      />
      <Text size="xs" c="dimmed">
        {t('desktop.machine.windows')}
      </Text>
      <Group gap="xs">
        <Button variant="default" onClick={() => void desktop.call('newWindow', {})}>
          {t('desktop.machine.newWindow')}
        </Button>
        <Button variant="default" onClick={() => void collect()}>
          {t('desktop.machine.collect')}
        </Button>
      </Group>
    </Stack>
  )
}
