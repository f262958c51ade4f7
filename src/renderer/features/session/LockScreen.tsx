import { Alert, Button, Group, PasswordInput, Stack, Text, Title } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { IconAlertTriangle, IconLock } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../api/calls.ts'
import { retryAtOf } from '../../api/failure.ts'
import { setLocked } from '../../api/screen-lock.ts'
import { isBorrowed, setToken } from '../../api/token.ts'
import { useCommand } from '../../api/use-command.ts'
import { queryKey } from '../../api/use-query.ts'
import { EntrancePanel } from '../../ui/page/EntrancePanel.tsx'
import { FailureAlert } from '../../ui/states/FailureAlert.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { Person } from '../../ui/marks/Person.tsx'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'
import { useCover } from './use-cover.ts'
import { useSecondsUntil } from '../../ui/use-seconds-until.ts'
import './covered.css'

type Current = CallOutput<'session.current'>

/** Covers everything until its owner has opened the screen, or somebody else signs in (S4). */
export function LockScreen({ session }: { readonly session: Current }) {
  const place = document.getElementById('lock')
  return place && createPortal(<Locked session={session} />, place)
}

function Locked({ session: { staff, hasPin } }: { readonly session: Current }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [asksPin, setAsksPin] = useState(hasPin)
  const [text, setText] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const lock = useCommand('session.lock')
  const unlock = useCommand('session.unlock')
  const signOut = useCommand('session.signOut')
  const errors = useFieldErrors(unlock.failure)
  const wait = useSecondsUntil(retryAtOf(unlock.failure))
  const waits = unlock.failure?.code === 'SIGN_IN_FAILED'
  const name = asksPin ? 'pin' : 'password'
  useCover(t('session.locked'))

  const open = async () => {
    // Had the lock not reached the application, opening would ask for nothing.
    await lock.run()
    const done = await unlock.run(asksPin ? { pin: text } : { password: text })
    setText('')
    if (done.ok) {
      queryClient.setQueryData(
        queryKey('session.current'),
        (known: Current | undefined) => known && { ...known, locked: false },
      )
      return setLocked(false)
    }
    if (done.failure.issues?.some(({ code }) => code === 'pin_used_up' || code === 'pin_not_set'))
      setAsksPin(false)
    field.current?.focus()
  }
  const leave = async () => {
    if (!isBorrowed()) await signOut.run()
    setToken(null)
  }
  const other = () => {
    setAsksPin(!asksPin)
    setText('')
    unlock.reset()
    field.current?.focus()
  }
  const problem = errors('pin') ?? errors('password')
  return (
    <EntrancePanel>
      <Title order={1} mb="xs">
        <Group gap="xs">
          <IconLock size={20} aria-hidden />
          {t('session.locked')}
        </Group>
      </Title>
      <Person name={staff.name} role={staff.role} />
      <Text c="dimmed" mt={4} mb="md">
        {t('session.lockedHint')}
      </Text>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (text !== '' && wait === 0) void open()
        }}
      >
        <Stack gap="sm">
          <PasswordInput
            id="unlock"
            ref={field}
            label={t(`session.${name}`)}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            inputMode={asksPin ? 'numeric' : 'text'}
            autoComplete={asksPin ? 'off' : 'current-password'}
            error={problem}
            autoFocus
          />
          {waits ? (
            <Alert color="red" p="sm" role="alert" icon={<IconAlertTriangle size={16} aria-hidden />}>
              {t('errors.SIGN_IN_LATER', { seconds: wait })}
            </Alert>
          ) : (
            !problem && <FailureAlert failure={unlock.failure} act />
          )}
          <Button
            type="submit"
            size="sm"
            loading={unlock.pending || lock.pending}
            disabled={wait > 0}
            rightSection={<KeyHint keys="Enter" />}
          >
            {wait > 0 ? t('session.waitSeconds', { seconds: wait }) : t('session.unlock')}
          </Button>
          <Group justify="space-between">
            {hasPin ? (
              <Button variant="subtle" onClick={other}>
                {t(asksPin ? 'session.withPassword' : 'session.withPin')}
              </Button>
            ) : (
              <span />
            )}
            <Button variant="subtle" loading={signOut.pending} onClick={() => void leave()}>
              {t('session.somebodyElse')}
            </Button>
          </Group>
        </Stack>
      </form>
    </EntrancePanel>
  )
}
