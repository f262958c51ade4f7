import { Button, Divider, SimpleGrid, Text, Title } from '@mantine/core'
import { IconDoorExit } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { role as roleSchema } from '#shared/domain/codes.ts'
import type { CallOutput } from '../../api/calls.ts'
import { useCommand } from '../../api/use-command.ts'
import { Person } from '../../ui/marks/Person.tsx'
import classes from './DemoAccounts.module.css'

type Account = NonNullable<CallOutput<'setup.state'>['demo']>[number]

interface DemoAccountsProps {
  readonly accounts: readonly Account[]
  readonly pending: boolean
  readonly onChoose: (as: { login: string; password: string }) => void
}

/** The demo store signs in with one click as anybody; a real store never shows this. */
export function DemoAccounts({ accounts, pending, onChoose }: DemoAccountsProps) {
  const { t } = useTranslation()
  const leave = useCommand('setup.leaveDemo')
  const roleOf = (text: string) => roleSchema.safeParse(text).data
  return (
    <section aria-label={t('session.demoTitle')}>
      <Divider my="md" />
      <Title order={2}>{t('session.demoTitle')}</Title>
      <Text c="dimmed" mb="sm">
        {t('session.demoHint')}
      </Text>
      <SimpleGrid cols={2} spacing="sm" verticalSpacing="sm">
        {accounts.map(({ login, password, name, role }) => {
          const known = roleOf(role)
          const word = known ? t(`codes.role.${known}`) : role
          return (
            <Button
              key={login}
              variant="default"
              size="md"
              justify="flex-start"
              disabled={pending}
              onClick={() => onChoose({ login, password })}
              aria-label={t('session.demoAs', { name, role: word })}
            >
              <span className={classes.account}>
                <Person name={name} {...(known ? { role: known } : {})} />
                <span className={classes.role}>{word}</span>
              </span>
            </Button>
          )
        })}
      </SimpleGrid>
      <Button
        mt="md"
        variant="subtle"
        loading={leave.pending}
        onClick={() => void leave.run()}
        leftSection={<IconDoorExit size={14} aria-hidden />}
      >
        {t('frame.leaveDemo')}
      </Button>
    </section>
  )
}
