import { Button, CopyButton, Group, Modal, Text, TextInput } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useReturnFocus } from '../../ui/keys/use-return-focus.ts'

export interface Secret {
  readonly name: string
  readonly secret: string
}

/** The one-time secret, told once (section 13). */
export function SecretDialog({
  secret: { name, secret },
  onClose,
}: {
  readonly secret: Secret
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  useReturnFocus()
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('staff.secretTitle', { name })}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <Text mb="sm">{t('staff.secretHint', { name })}</Text>
      <Group align="flex-end" gap="sm" wrap="nowrap">
        <TextInput
          id="one-time-secret"
          label={t('staff.secret')}
          value={secret}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 16 } }}
          style={{ flex: 1 }}
          data-autofocus
        />
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button
              size="sm"
              variant="default"
              onClick={copy}
              leftSection={copied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}
            >
              {t(copied ? 'ui.copied' : 'ui.copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Group justify="flex-end" mt="md">
        <Button onClick={onClose}>{t('staff.done')}</Button>
      </Group>
    </Modal>
  )
}
