import { Button, Modal } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { ChangePasswordForm } from './ChangePasswordForm.tsx'

/** Changing one's password at any time. */
export function ChangePasswordDialog({
  opened,
  onClose,
}: {
  readonly opened: boolean
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const done = () => {
    onClose()
    notifications.show({ message: t('session.changed'), color: 'green' })
  }
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('session.changeTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ChangePasswordForm first={false} onDone={done}>
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </ChangePasswordForm>
    </Modal>
  )
}
