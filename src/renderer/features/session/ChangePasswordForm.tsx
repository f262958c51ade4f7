import { Button, Group, PasswordInput, Stack } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { FailureAlert } from '../../ui/states/FailureAlert.tsx'
import { Form } from '../../ui/fields/Form.tsx'
import { KeyHint } from '../../ui/keys/KeyHint.tsx'
import { useFieldErrors } from '../../ui/fields/use-field-errors.ts'

interface ChangePasswordFormProps {
  /** The present one is the one-time secret. */
  readonly first: boolean
  readonly onDone: () => void
  /** The other way out: giving up, or signing out. */
  readonly children: ReactNode
}

/** Replaces one's own password; nobody can read another's (section 13). */
export function ChangePasswordForm({ first, onDone, children }: ChangePasswordFormProps) {
  const { t } = useTranslation()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const change = useCommand('session.changePassword')
  const errors = useFieldErrors(change.failure)
  const differs = tried && next !== again
  const save = async () => {
    setTried(true)
    if (next !== again) return
    const done = await change.run({ current, next })
    if (done.ok) onDone()
  }
  return (
    <Form failure={change.failure} onSave={() => void save()}>
      <Stack gap="sm">
        <PasswordInput
          id="current-password"
          label={t(first ? 'session.currentOneTime' : 'session.current')}
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          error={errors('current')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          data-autofocus
          autoFocus
        />
        <PasswordInput
          id="next-password"
          label={t('session.next')}
          description={t('session.nextHint')}
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
          error={errors('next')}
          autoComplete="new-password"
          required
          withAsterisk={false}
        />
        <PasswordInput
          id="again-password"
          label={t('session.again')}
          value={again}
          onChange={(event) => setAgain(event.currentTarget.value)}
          error={differs ? t('session.differs') : undefined}
          autoComplete="new-password"
          required
          withAsterisk={false}
        />
        <FailureAlert failure={change.failure} />
        <Group justify="flex-end" gap="sm">
          {children}
          <Button type="submit" loading={change.pending} rightSection={<KeyHint keys="Enter" />}>
            {t('session.change')}
          </Button>
        </Group>
      </Stack>
    </Form>
  )
}
