import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { useSession } from '../../api/use-session.ts'
import { FailureAlert } from '../../ui/states/FailureAlert.tsx'
import { Form } from '../../ui/fields/Form.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'
import { useReturnFocus } from '../../ui/keys/use-return-focus.ts'

/** Setting one's own PIN, or taking it away (S4). */
export function PinDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { hasPin } = useSession()
  const [current, setCurrent] = useState('')
  const [pin, setPin] = useState('')
  const save = useCommand('session.setPin')
  const remove = useCommand('session.removePin')
  const failure = save.failure ?? remove.failure
  const errors = useFieldErrors(failure)
  useReturnFocus()
  const done = (message: string) => {
    onClose()
    notifications.show({ message, color: 'green' })
  }
  const send = async () => {
    if ((await save.run({ current, pin })).ok) done(t('session.pinSaved'))
  }
  const takeAway = async () => {
    if ((await remove.run()).ok) done(t('session.pinRemoved'))
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('session.pinTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Form failure={failure} onSave={() => void send()}>
        <Stack gap="sm">
          <Text c="dimmed">{t('session.pinHint')}</Text>
          <PasswordInput
            id="pin-current"
            label={t('session.current')}
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
            error={errors('current')}
            autoComplete="current-password"
            required
            withAsterisk={false}
            data-autofocus
          />
          <PasswordInput
            id="pin-new"
            label={t('session.newPin')}
            value={pin}
            onChange={(event) => setPin(event.currentTarget.value)}
            error={errors('pin')}
            inputMode="numeric"
            autoComplete="off"
            required
            withAsterisk={false}
          />
          <FailureAlert failure={failure} />
          <Group justify="space-between">
            {hasPin ? (
              <Button variant="subtle" color="red" loading={remove.pending} onClick={() => void takeAway()}>
                {t('session.removePin')}
              </Button>
            ) : (
              <span />
            )}
            <Group gap="sm">
              <Button variant="default" onClick={onClose}>
                {t('common.cancel')}
              </Button>
              <Button type="submit" loading={save.pending} rightSection={<KeyHint keys="Enter" />}>
                {t('session.savePin')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </Form>
    </Modal>
  )
}
