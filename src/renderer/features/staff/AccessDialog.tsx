import { Text } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api/use-command.ts'
import { useCan } from '../../api/use-session.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { LinkButton } from '../../ui/page/LinkButton.tsx'
import { useReturnFocus } from '../../ui/keys/use-return-focus.ts'
import type { Secret } from './SecretDialog.tsx'
import type { Access } from './staff-row.ts'

const words = {
  reset: { title: 'staff.resetOf', hint: 'staff.resetHint', confirm: 'staff.resetAccess' },
  active: { title: 'staff.activateOf', hint: 'staff.activateHint', confirm: 'staff.activate' },
  suspended: { title: 'staff.suspendOf', hint: 'staff.suspendHint', confirm: 'staff.suspend' },
  resigned: { title: 'staff.resignOf', hint: 'staff.resignHint', confirm: 'staff.resign' },
} as const

interface AccessDialogProps {
  readonly access: Access
  readonly onClose: () => void
  readonly onSecret: (secret: Secret) => void
}

/** Resets somebody's password, or changes whether he works here, after saying what it means. */
export function AccessDialog({ access: { act, row }, onClose, onSecret }: AccessDialogProps) {
  const { t } = useTranslation()
  const reset = useCommand('staff.resetAccess')
  useReturnFocus()
  const setStatus = useCommand('staff.setStatus')
  const { staffId, name } = row
  const owns = setStatus.failure?.reasons?.some(({ code }) => code === 'owns_open_opportunities')
  const confirm = async () => {
    if (act === 'reset') {
      const done = await reset.run({ staffId })
      if (done.ok) onSecret({ name, secret: done.value.oneTimeSecret })
      return
    }
    const done = await setStatus.run({ staffId, status: act })
    if (done.ok) onClose()
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t(words[act].title, { name })}
      confirmLabel={t(words[act].confirm)}
      onConfirm={() => void confirm()}
      pending={reset.pending || setStatus.pending}
      failure={reset.failure ?? setStatus.failure}
      danger={act === 'resigned' || act === 'suspended'}
      remedy={owns && <GoReassign />}
    >
      {t(words[act].hint, { name })}
    </ConfirmDialog>
  )
}

/** Where the customers of a leaver are handed over; whoever may not do so is told who may. */
function GoReassign() {
  const { t } = useTranslation()
  if (!useCan('customer.reassign')) return <Text mt="xs">{t('reassignments.goReassignHint')}</Text>
  return (
    <LinkButton
      to="/reassign"
      variant="default"
      mt="xs"
      leftSection={<IconArrowsExchange size={15} aria-hidden />}
    >
      {t('reassignments.goReassign')}
    </LinkButton>
  )
}
