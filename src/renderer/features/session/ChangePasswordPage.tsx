import { Button, Text, Title } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { setToken } from '../../api/token.ts'
import { useCommand } from '../../api/use-command.ts'
import { queryKey } from '../../api/use-query.ts'
import { EntrancePanel } from '../../ui/page/EntrancePanel.tsx'
import { ChangePasswordForm } from './ChangePasswordForm.tsx'

/** After the first sign-in: the one-time secret is replaced before anything else (section 13). */
export function ChangePasswordPage() {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const signOut = useCommand('session.signOut')
  const leave = async () => {
    await signOut.run()
    setToken(null)
  }
  return (
    <EntrancePanel>
      <Title order={1}>{t('session.firstChangeTitle')}</Title>
      <Text c="dimmed" mb="md">
        {t('session.firstChangeHint')}
      </Text>
      <ChangePasswordForm
        first
        onDone={() => void queryClient.invalidateQueries({ queryKey: queryKey('session.current') })}
      >
        <Button variant="default" onClick={() => void leave()}>
          {t('session.signOut')}
        </Button>
      </ChangePasswordForm>
    </EntrancePanel>
  )
}
