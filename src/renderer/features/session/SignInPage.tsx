import { Alert, Button, PasswordInput, Stack, TextInput, Title } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { retryAtOf } from '../../api/failure.ts'
import { setToken } from '../../api/token.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { EntrancePanel } from '../../ui/page/EntrancePanel.tsx'
import { FailureAlert } from '../../ui/states/FailureAlert.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { TrainingFrame } from '../../ui/page/TrainingFrame.tsx'
import { useWindowTitle } from '../../ui/page/use-window-title.ts'
import { DemoAccounts } from './DemoAccounts.tsx'
import { useSecondsUntil } from '../../ui/use-seconds-until.ts'

/** Signing in, with a password or the first time with the one-time secret. */
export function SignInPage() {
  const { t } = useTranslation()
  const store = useQuery('store.status')
  const setup = useQuery('setup.state')
  const signIn = useCommand('session.signIn')
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const wait = useSecondsUntil(retryAtOf(signIn.failure))
  const name = store.data?.name ?? t('common.product')
  useWindowTitle(`${t('session.title')} · ${name}`)

  const enter = async (as: { login: string; password: string }) => {
    const done = await signIn.run(as)
    if (done.ok) setToken(done.value.token)
    // What was typed stays; only the secret is to be typed again.
    else if (done.failure.code === 'SIGN_IN_FAILED') setPassword('')
  }
  const demo = setup.data?.demo ?? []
  return (
    <TrainingFrame on={store.data?.kind === 'training'}>
      <EntrancePanel>
        <Title order={1} mb="md">
          {name}
        </Title>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            // Nothing to ask the store yet, and no words of the browser's own language.
            const empty = event.currentTarget.querySelector<HTMLInputElement>('input:invalid')
            if (empty) empty.focus()
            else if (wait === 0) void enter({ login, password })
          }}
        >
          <Stack gap="sm">
            <TextInput
              id="login"
              label={t('session.login')}
              value={login}
              onChange={(event) => setLogin(event.currentTarget.value)}
              autoComplete="username"
              required
              withAsterisk={false}
              autoFocus
            />
            <PasswordInput
              id="password"
              label={t('session.password')}
              description={t('session.passwordHint')}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              autoComplete="current-password"
              required
              withAsterisk={false}
            />
            {signIn.failure?.code === 'SIGN_IN_FAILED' ? (
              <Alert color="red" p="sm" role="alert" icon={<IconAlertTriangle size={16} aria-hidden />}>
                {wait > 0 ? t('errors.SIGN_IN_LATER', { seconds: wait }) : t('errors.SIGN_IN_FAILED')}
              </Alert>
            ) : (
              <FailureAlert failure={signIn.failure} />
            )}
            <Button
              type="submit"
              size="sm"
              loading={signIn.pending}
              disabled={wait > 0}
              rightSection={<KeyHint keys="Enter" />}
            >
              {wait > 0 ? t('session.waitSeconds', { seconds: wait }) : t('session.signIn')}
            </Button>
          </Stack>
        </form>
        {demo.length > 0 && (
          <DemoAccounts accounts={demo} pending={signIn.pending} onChoose={(as) => void enter(as)} />
        )}
      </EntrancePanel>
    </TrainingFrame>
  )
}
