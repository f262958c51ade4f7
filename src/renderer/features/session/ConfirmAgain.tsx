import { Alert, Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { settleConfirming, useConfirming } from '../../api/confirm-again.ts'
import { retryAtOf } from '../../api/failure.ts'
import { useCommand } from '../../api/use-command.ts'
import { FailureAlert } from '../../ui/states/FailureAlert.tsx'
import { holdKeys } from '../../ui/keys/hold-keys.ts'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'
import { useSecondsUntil } from '../../ui/use-seconds-until.ts'

/** S4 Asks for the password once more, above whatever asked for it; the act then goes on, or is given up. */
export function ConfirmAgain() {
  return useConfirming() ? <Asking /> : null
}

function Asking() {
  const { t } = useTranslation()
  const [password, setPassword] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const confirm = useCommand('session.confirm')
  const errors = useFieldErrors(confirm.failure)
  const wait = useSecondsUntil(retryAtOf(confirm.failure))
  const waits = confirm.failure?.code === 'SIGN_IN_FAILED'
  const problem = errors('password')
  const [before] = useState(() => document.activeElement)
  useEffect(() => {
    // The dialog below would hear Esc and Ctrl Enter as well. Tab stays with the browser and the dialog.
    const letGo = holdKeys((event) => {
      if (event.type === 'keydown' && event.key === 'Escape' && !event.isComposing) settleConfirming(false)
      return event.key === 'Tab'
    })
    return () => {
      letGo()
      // The button that asked is busy until its act is over.
      setTimeout(() => {
        if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
      }, 100)
    }
  }, [before])
  const send = async () => {
    const done = await confirm.run({ password })
    if (done.ok) return settleConfirming(true)
    setPassword('')
    field.current?.focus()
  }
  return (
    <Modal
      opened
      zIndex={400}
      size={380}
      returnFocus={false}
      onClose={() => settleConfirming(false)}
      closeOnEscape={false}
      title={t('session.confirmTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          // Drawn above another form, it is not part of it.
          event.stopPropagation()
          if (password !== '' && wait === 0) void send()
        }}
      >
        <Stack gap="sm">
          <Text>{t('session.confirmHint')}</Text>
          <PasswordInput
            id="confirm-password"
            ref={field}
            label={t('session.password')}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="current-password"
            error={problem && t('session.passwordWrong')}
            data-autofocus
          />
          {waits ? (
            <Alert color="red" p="sm" role="alert" icon={<IconAlertTriangle size={16} aria-hidden />}>
              {t('errors.SIGN_IN_LATER', { seconds: wait })}
            </Alert>
          ) : (
            !problem && <FailureAlert failure={confirm.failure} act />
          )}
          <Group justify="flex-end" gap="sm">
            <Button
              variant="default"
              onClick={() => settleConfirming(false)}
              rightSection={<KeyHint keys="Escape" />}
            >
              {t('common.cancel')}
            </Button>
            <Button
              type="submit"
              loading={confirm.pending}
              disabled={wait > 0}
              rightSection={<KeyHint keys="Enter" />}
            >
              {wait > 0 ? t('session.waitSeconds', { seconds: wait }) : t('session.confirm')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
