import { Box, Button, Group, Modal, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownFailure } from '../api/failure.ts'
import { FailureAlert } from './states/FailureAlert.tsx'
import { KeyHint } from './keys/KeyHint.tsx'
import { useReturnFocus } from './keys/use-return-focus.ts'
import { useShortcuts } from './keys/use-shortcuts.ts'

interface ConfirmDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly title: string
  /** What will happen, in words; or fields the act needs. */
  readonly children?: ReactNode
  /** The verb of the act, e.g. 撤销导入. */
  readonly confirmLabel: string
  readonly onConfirm: () => void
  readonly pending?: boolean
  readonly failure?: ShownFailure | null
  /** What can be done about the failure, e.g. a way to where it is set right. */
  readonly remedy?: ReactNode
  readonly danger?: boolean
  /** In place of 取消, where the act itself is a cancelling. */
  readonly dismissLabel?: string
  readonly disabled?: boolean
  /** For what is compared side by side. */
  readonly wide?: boolean
}

/** Asks before what cannot be taken back lightly. Esc gives up; the button names the act. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { t } = useTranslation()
  const {
    opened,
    onClose,
    title,
    children,
    confirmLabel,
    onConfirm,
    pending = false,
    failure = null,
    remedy,
    danger = false,
    dismissLabel = t('common.cancel'),
    disabled = false,
    wide = false,
  } = props
  useReturnFocus(opened)
  const confirms = !disabled && !danger
  // Enter alone is a new line in a note.
  useShortcuts(title, [
    {
      keys: 'mod+Enter',
      label: confirmLabel,
      run: onConfirm,
      inFields: true,
      inDialog: true,
      when: opened && !disabled && !pending,
    },
  ])
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={wide ? 'xl' : 'md'}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onConfirm()
        }}
      >
        {typeof children === 'string' ? <Text>{children}</Text> : children}
        {failure && (
          <Box mt="sm">
            <FailureAlert failure={failure} act={typeof children === 'string'}>
              {remedy}
            </FailureAlert>
          </Box>
        )}
        <Group justify="flex-end" mt="md" gap="sm">
          <Button
            variant="default"
            onClick={onClose}
            disabled={pending}
            data-autofocus={confirms ? undefined : true}
          >
            {dismissLabel}
          </Button>
          <Button
            type="submit"
            loading={pending}
            disabled={disabled}
            data-autofocus={confirms || undefined}
            rightSection={<KeyHint keys="mod+Enter" />}
            {...(danger ? { color: 'red.9' } : {})}
          >
            {confirmLabel}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
